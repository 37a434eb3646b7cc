// What Construct Hub asks of a package before it shows it. It takes construct libraries from the npm registry by the
// content of package.json, and refuses what does not agree with the description that jsii has written.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The languages that it shows besides TypeScript, by the names that jsii gives them. */
const LANGUAGES = ['dotnet', 'go', 'java', 'python'];
/** Some of the licenses that it takes. */
const LICENSES = ['Apache-2.0', 'BSD-3-Clause', 'ISC', 'MIT', 'MPL-2.0'];

/** Fails where Construct Hub would not take the package in a folder, or would show it without what people look for. */
export function requireForConstructHub(folder) {
  const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const [manifest, assembly] = [read('package.json'), read('.jsii')];

  assert.deepEqual(Object.keys(manifest.jsii.targets).sort(), LANGUAGES);
  assert(manifest.keywords.includes('cdk8s'), 'Construct Hub knows a library of cdk8s by the keyword');
  assert(LICENSES.includes(manifest.license), `Construct Hub does not take the license ${manifest.license}`);
  for (const field of ['name', 'version', 'license', 'description', 'keywords', 'repository']) {
    assert.deepEqual(assembly[field], manifest[field], `.jsii and package.json have another ${field}`);
  }
  assert.equal(assembly.author.name, manifest.author.name);
  assert.match(manifest.repository.url, /^git\+https:\/\/github\.com\/.+\.git$/);

  assert(existsSync(join(folder, 'LICENSE')), 'the license is shown from the package');
  assert.match(assembly.readme.markdown, /^# /, 'the README is shown from .jsii');
  // What is compressed has no types there, and the API of each language is made of them.
  assert(Object.keys(assembly.types).length > 0, '.jsii has no types');
  for (const peer of Object.keys(manifest.peerDependencies)) {
    assert.equal(assembly.dependencies[peer], manifest.peerDependencies[peer]);
  }
}
