#!/usr/bin/env node
// Runs test/control-plane against real control planes.
//
//   node scripts/test-cluster.mjs                  the cluster of KUBECONFIG; without one, the oldest and the newest
//                                                  version that is built from Go modules
//   node scripts/test-cluster.mjs --all            every minor version, and scripts killed at every step
//   node scripts/test-cluster.mjs 1.33.5 [JEST...] these versions; further words go to Jest
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasGo } from './control-plane/build.mjs';
import { startControlPlane } from './control-plane/start.mjs';

const repository = join(import.meta.dirname, '..');
const words = process.argv.slice(2);
const isVersion = (word) => /^\d+\.\d+\.\d+$/.test(word);
const jestWords = words.filter((word) => !isVersion(word) && word !== '--all');

/** The newest patch of each version whose sums are pinned, the oldest version first. */
function knownVersions() {
  const pinned = readdirSync(join(import.meta.dirname, 'control-plane', 'sums'))
    .map((file) => /^kubernetes-(\d+\.\d+\.\d+)\.sum$/.exec(file)?.[1])
    .filter((version) => version !== undefined)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  return [...new Map(pinned.map((version) => [version.replace(/\.\d+$/, ''), version])).values()];
}

/** CLUSTER_RESULTS is a folder for the results as JSON, one file a version. */
function resultOptions(version) {
  const folder = process.env.CLUSTER_RESULTS;
  return folder === undefined ? [] : ['--json', '--outputFile', join(folder, `${version}.json`)];
}

/** Runs Jest to its end; a signal to this process ends it. */
function runJest(environment, ...options) {
  const jest = ['node_modules/jest/bin/jest.js', '--ci', '--config', 'jest.control-plane.config.js'];
  const child = spawn(process.execPath, [...jest, ...options, ...jestWords], {
    cwd: repository,
    stdio: 'inherit',
    env: { ...process.env, ...(words.includes('--all') ? { EVERY_STEP: '1' } : {}), ...environment },
  });
  const end = (signal) => child.kill(signal);
  process.on('SIGINT', end).on('SIGTERM', end);
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve(code ?? 130);
    });
  });
}

async function testVersion(version) {
  console.log(`== a control plane of Kubernetes ${version}`);
  const cluster = await startControlPlane(version);
  try {
    return await runJest(
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
  process.exitCode = await runJest({});
} else if (!hasGo()) {
  console.log(
    `left out: the tests against a real control plane (${versions.join(', ')}); they need KUBECONFIG, or Go to build one`,
  );
} else {
  const codes = [];
  for (const version of new Set(versions)) {
    codes.push(await testVersion(version));
    if (codes.includes(130)) break;
  }
  process.exitCode = Math.max(...codes);
}
