#!/usr/bin/env node
// Records what real servers of one version do, for the tests: what they refuse, decode, store and do to pods.
//
//   npm run record -- 1.38.0              asks a control plane of that version, and writes the fixtures
//   npm run record -- 1.38.0 --check      writes nothing; fails where a server now does other than what is recorded
//   npm run record -- 1.38.0 verdicts     only these: verdicts, decoding, stored, server-side, rollouts, interrupted
import { Client } from '../control-plane/client.mjs';
import { startControlPlane } from '../control-plane/start.mjs';
import { recordDecoding } from './decoding.mjs';
import { minorOf, writeFixture } from './fixture.mjs';
import { recordInterrupted } from './interrupted.mjs';
import { recordRollouts } from './rollouts.mjs';
import { recordServerSide } from './server-side.mjs';
import { recordStored } from './stored.mjs';
import { recordVerdicts } from './verdicts.mjs';

const RECORDERS = {
  verdicts: recordVerdicts,
  decoding: recordDecoding,
  stored: recordStored,
  'server-side': recordServerSide,
  rollouts: recordRollouts,
  interrupted: recordInterrupted,
};
const MOST_SHOWN = 20;

const words = process.argv.slice(2);
const version = words.find((word) => /^\d+\.\d+\.\d+$/.test(word));
const isCheck = words.includes('--check');
const named = words.filter((word) => word !== version && word !== '--check');
const unknown = named.filter((name) => !Object.hasOwn(RECORDERS, name));
if (version === undefined || unknown.length > 0) {
  console.error(`usage: npm run record -- VERSION [--check] [${Object.keys(RECORDERS).join(' | ')}]...`);
  process.exit(2);
}

const cluster = await startControlPlane(version, { withNodes: false });
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => void cluster.stop().then(() => process.exit(130)));
}
try {
  const client = new Client(cluster.server);
  for (const name of named.length > 0 ? named : Object.keys(RECORDERS)) {
    const { file, text, differences, added } = await RECORDERS[name](client, minorOf(version), cluster);
    const fate = isCheck ? 'compared' : 'written';
    console.log(`test/${file} ${fate}: ${added} answers were not recorded yet, ${differences.length} differ`);
    for (const difference of differences.slice(0, MOST_SHOWN)) console.log(`  ${difference}`);
    if (differences.length > MOST_SHOWN) console.log(`  and ${differences.length - MOST_SHOWN} more`);
    if (!isCheck) writeFixture(file, text);
    else if (differences.length > 0 || added > 0) process.exitCode = 1;
  }
} finally {
  await cluster.stop();
}
