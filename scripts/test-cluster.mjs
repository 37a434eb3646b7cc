#!/usr/bin/env node
// Runs test/control-plane against real control planes.
//
//   node scripts/test-cluster.mjs                  the cluster of KUBECONFIG; without one, the oldest and the newest
//                                                  version that is built from Go modules
//   node scripts/test-cluster.mjs --all            every minor version
//   node scripts/test-cluster.mjs 1.33.5 [JEST...] these versions; further words go to Jest
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasGo } from './control-plane/build.mjs';
import { startControlPlane } from './control-plane/start.mjs';

const repository = join(import.meta.dirname, '..');
const words = process.argv.slice(2);
const isVersion = (word) => /^\d+\.\d+\.\d+$/.test(word);
const jestWords = words.filter((word) => !isVersion(word) && word !== '--all');

/** Every version whose sums are pinned, the oldest first. */
function knownVersions() {
  return readdirSync(join(import.meta.dirname, 'control-plane', 'sums'))
    .map((file) => /^kubernetes-(\d+\.\d+\.\d+)\.sum$/.exec(file)?.[1])
    .filter((version) => version !== undefined)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** CLUSTER_RESULTS is a folder for the results as JSON, one file a version. */
function resultOptions(version) {
  const folder = process.env.CLUSTER_RESULTS;
  return folder === undefined ? [] : ['--json', '--outputFile', join(folder, `${version}.json`)];
}

function runJest(environment, ...options) {
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/jest/bin/jest.js',
      '--ci',
      '--config',
      'jest.control-plane.config.js',
      ...options,
      ...jestWords,
    ],
    { cwd: repository, stdio: 'inherit', env: { ...process.env, ...environment } },
  );
  return status ?? 1;
}

async function testVersion(version) {
  console.log(`== a control plane of Kubernetes ${version}`);
  const cluster = await startControlPlane(version);
  const interrupted = () => void cluster.stop().then(() => process.exit(130));
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    return runJest(
      { KUBECONFIG: cluster.kubeconfig, PATH: `${cluster.bin}:${process.env.PATH}` },
      ...resultOptions(version),
    );
  } finally {
    await cluster.stop();
  }
}

const known = knownVersions();
const asked = words.filter(isVersion);
const versions = asked.length > 0 ? asked : words.includes('--all') ? known : [known[0], known.at(-1)];
if (process.env.KUBECONFIG && asked.length === 0 && !words.includes('--all')) {
  process.exitCode = runJest({});
} else if (!hasGo()) {
  console.log(
    `left out: the tests against a real control plane (${versions.join(', ')}); they need KUBECONFIG, or Go to build one`,
  );
} else {
  for (const version of new Set(versions)) {
    process.exitCode = Math.max(process.exitCode ?? 0, await testVersion(version));
  }
}
