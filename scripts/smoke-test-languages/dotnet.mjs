// What can be said of the package for .NET without its toolchain: of the sources, which CI compiles.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf, packages, root } from './project.mjs';

/** Where the sources are, where there is no toolchain that has compiled them. */
export const sources = join(packages, 'dotnet-sources');

/** The project has the names of package.json, the packages that it needs, and a file for each public class. */
export function testSources() {
  const { version, jsii, peerDependencies } = contentOf();
  const { packageId, namespace } = jsii.targets.dotnet;
  const folder = join(sources, packageId);
  const project = readFileSync(join(folder, `${packageId}.csproj`), 'utf8');
  assert(project.includes(`<PackageId>${packageId}</PackageId>`));
  assert(project.includes(`<PackageVersion>${version}</PackageVersion>`));
  for (const [peer, range] of Object.entries(peerDependencies)) {
    const { packageId: id } = contentOf(peer).jsii.targets.dotnet;
    const least = range.replace('^', '');
    assert(project.includes(`<PackageReference Include="${id}" Version="[${least},`), `${id} from ${least}`);
  }
  const [, archive] = /<EmbeddedResource Include="(.*)" \/>/.exec(project);
  assert(existsSync(join(folder, archive)), `${archive} is not there`);

  const { types } = JSON.parse(readFileSync(join(root, '.jsii'), 'utf8'));
  for (const { name, fqn, kind, methods = [], properties = [] } of Object.values(types)) {
    const source = readFileSync(join(folder, namespace, `${name}.cs`), 'utf8');
    assert.match(source, new RegExp(`^namespace ${namespace}$`, 'm'), `${name} is in another namespace`);
    assert(source.includes(fqn), `${name}.cs is not of ${fqn}`);
    for (const member of kind === 'enum' ? [] : [...methods, ...properties]) {
      const title = member.name[0].toUpperCase() + member.name.slice(1);
      // C# refuses it, and jsii-pacmak writes it.
      assert.notEqual(title, name, `${name} has a member of its own name`);
    }
  }
  return `${Object.keys(types).length} public types, each with its source; not compiled here`;
}
