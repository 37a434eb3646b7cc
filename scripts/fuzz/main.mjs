#!/usr/bin/env node
// Holds `check` and `plan` against a real control plane with objects that a seed decides. It is a report: it ends with 0
// whatever it finds. Run it by `npm run fuzz`, which compiles the library first.
//
//   npm run fuzz -- 1.37.0 --seed 1 --count 3000 --pairs 500 --seconds 900
//   npm run fuzz -- 1.37.0 --count 0 --pairs 1000 --apply-mode server
//
// The same as JSON, with whole examples, goes to build/fuzz/VERSION-SEED.json.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseKubernetesVersion } from '../../build/lib/kubernetes/kubernetes-version.js';
import { APPLY_MODES, ApplyMode } from '../../build/lib/plan/apply-mode.js';
import { Client, kindOf } from '../control-plane/client.mjs';
import { startControlPlane } from '../control-plane/start.mjs';
import { fuzzCreates } from './creates.mjs';
import { samplesOf } from './mutations.mjs';
import { fuzzUpdates } from './updates.mjs';

const REPOSITORY = join(import.meta.dirname, '..', '..');

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '3000' },
      pairs: { type: 'string', default: '500' },
      seconds: { type: 'string', default: '900' },
      'apply-mode': { type: 'string', default: ApplyMode.CLIENT },
    },
  });
  const { 'apply-mode': mode, ...counts } = values;
  const numbers = Object.entries(counts).map(([name, text]) => [name, Number(text)]);
  return { version: positionals[0], mode, ...Object.fromEntries(numbers) };
}

/** The objects whose verdicts are recorded, as far as this server takes them as they are. */
async function basesFor(client) {
  const file = join(REPOSITORY, 'test', 'check', 'rules', 'verdicts', 'objects.json');
  const objects = Object.values(JSON.parse(readFileSync(file, 'utf8')));
  const statuses = await Promise.all(
    objects.map(async (object) => (await client.dryRun(kindOf(object), 'default', object)).status),
  );
  return objects.filter((_, index) => statuses[index] === 201);
}

function print(title, { disagreements, ...tally }) {
  const counts = Object.entries(tally).map(([name, count]) => `${count} ${name}`);
  console.log(`\n== ${title}: ${counts.join(', ')}; ${disagreements.length} classes of disagreements`);
  for (const { name, count, example } of disagreements) {
    console.log(`${String(count).padStart(5)}  ${name}`);
    console.log(`       no. ${example.number}: ${short(example.text)}`);
    if (example.said) console.log(`       said: ${short(example.said)}`);
  }
}

function short(text) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 240 ? `${line.slice(0, 240)}...` : line;
}

const { version, mode, seed, count, pairs, seconds } = options();
const known = parseKubernetesVersion(version ?? '');
if (
  known === undefined ||
  !APPLY_MODES.includes(mode) ||
  [seed, count, pairs, seconds].some((number) => !Number.isInteger(number))
) {
  console.error(
    'usage: npm run fuzz -- VERSION [--seed N] [--count OBJECTS] [--pairs PAIRS] [--seconds N] [--apply-mode client|server]',
  );
  process.exit(2);
}
const cluster = await startControlPlane(version, { withNodes: false });
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void cluster.stop().then(() => process.exit(130)));
}
try {
  const client = new Client(cluster.server);
  const bases = await basesFor(client);
  const common = { client, cluster, version: known, bases, samples: samplesOf(bases, known), seed };
  const end = Date.now() + seconds * 1000;
  const creates = await fuzzCreates({ ...common, count, end: Date.now() + (seconds * 1000) / 2 });
  print(`${version}, seed ${seed}, creates`, creates);
  const updates = await fuzzUpdates({ ...common, count: pairs, end, mode });
  print(`${version}, seed ${seed}, updates, ${mode}-side apply`, updates);
  const folder = join(REPOSITORY, 'build', 'fuzz');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${version}-${seed}${mode === ApplyMode.CLIENT ? '' : `-${mode}`}.json`);
  writeFileSync(file, `${JSON.stringify({ version, seed, creates, updates }, undefined, 2)}\n`);
  console.log(`\nwritten: ${file}`);
} finally {
  await cluster.stop();
}
