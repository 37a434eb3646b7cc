#!/usr/bin/env node
// Writes imports/k8s.ts: what `cdk8s import k8s@1.28.0` writes, cut down to the kinds that lib/ renders and
// the types that they refer to. One thing differs: properties without a value are left out in linear time, where the
// importer's code copies an object anew for each of its properties.
//
//   node scripts/import-k8s.mjs                       definitions from the network, where the importer finds them
//   node scripts/import-k8s.mjs --definitions FILE    definitions from a file, without a network
//   node scripts/import-k8s.mjs ... --check           writes nothing; fails if imports/k8s.ts differs
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const KUBERNETES_VERSION = '1.28.0';
const KINDS = [
  'io.k8s.api.apps.v1.StatefulSet',
  'io.k8s.api.core.v1.PersistentVolumeClaim',
  'io.k8s.api.core.v1.Service',
  'io.k8s.api.policy.v1.PodDisruptionBudget',
];
const TARGET = 'imports/k8s.ts';

const COPIES_FOR_EACH_PROPERTY =
  'return Object.entries(result).reduce((r, i) => (i[1] === undefined) ? r : ({ ...r, [i[0]]: i[1] }), {});';
const WITHOUT_UNDEFINED = `
/**
 * The properties of an object that have a value.
 */
function withoutUndefined(properties: Record<string, any>): Record<string, any> {
  const defined: Record<string, any> = {};
  for (const key of Object.keys(properties)) {
    if (properties[key] !== undefined) {
      defined[key] = properties[key];
    }
  }
  return defined;
}
`;

const require = createRequire(import.meta.url);
const importer = (module) => require(join(dirname(require.resolve('cdk8s-cli/package.json')), 'lib', module));

/** The definitions of KINDS and of everything that they refer to. */
function cutDown(definitions) {
  const kept = new Map();
  const keep = (name) => {
    if (kept.has(name)) return;
    kept.set(name, definitions[name]);
    for (const [, referred] of JSON.stringify(definitions[name]).matchAll(/"#\/definitions\/([^"]+)"/g))
      keep(referred);
  };
  KINDS.forEach(keep);
  return Object.fromEntries([...kept].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The code, with calls of one function for what it repeats in each conversion. */
function leavingOutInLinearTime(code) {
  const parts = code.split(COPIES_FOR_EACH_PROPERTY);
  if (parts.length === 1) throw new Error('the importer leaves properties out in another way than before');
  return parts.join('return withoutUndefined(result);');
}

/** The TypeScript that cdk8s's importer makes of the definitions. */
async function generate(definitionsFile) {
  const util = importer('util.js');
  const download = util.download;
  // The importer takes its definitions from one fixed address only, so the cut is made where they arrive.
  util.download = async (url) => {
    const text = definitionsFile === undefined ? await download(url) : readFileSync(definitionsFile, 'utf8');
    return JSON.stringify({ definitions: cutDown(JSON.parse(text).definitions) });
  };
  const { ImportKubernetesApi } = importer('import/k8s.js');
  const outdir = mkdtempSync(join(tmpdir(), 'import-k8s-'));
  try {
    const log = console.log;
    console.log = () => undefined;
    await new ImportKubernetesApi({ apiVersion: KUBERNETES_VERSION }).import({
      outdir,
      targetLanguage: 'typescript',
    });
    console.log = log;
    const header = `// @generated from the Kubernetes ${KUBERNETES_VERSION} definitions by scripts/import-k8s.mjs; do not edit.\n`;
    const code = readFileSync(join(outdir, 'k8s.ts'), 'utf8').replace(/[ \t]+$/gm, '');
    return `${header}${leavingOutInLinearTime(code).trimEnd()}\n${WITHOUT_UNDEFINED}`;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const { values } = parseArgs({ options: { definitions: { type: 'string' }, check: { type: 'boolean' } } });
const generated = await generate(values.definitions);
if (!values.check) {
  writeFileSync(TARGET, generated);
} else if (readFileSync(TARGET, 'utf8') !== generated) {
  console.error(`${TARGET} is not what the importer makes; run: npm run import`);
  process.exitCode = 1;
}
