#!/usr/bin/env node
// Records test/plan/cluster-upgrade/recorded/cluster-upgrades.json: what becomes of objects when the servers and
// controllers of a cluster are swapped for newer ones, on one etcd. Each version finds what the one before it has stored.
//
// What was recorded of other steps stays.
//
//   node scripts/record/cluster-upgrades.mjs 1.28.15 1.31.4 1.34.4 1.37.0
//   node scripts/record/cluster-upgrades.mjs 1.31.4 1.34.0 1.34.4 1.35.0 1.37.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, inParallel, kindOf, pathOfKind, until } from '../control-plane/client.mjs';
import { kubectlApply } from '../control-plane/kubectl.mjs';
import { startControlPlane } from '../control-plane/start.mjs';
import { readFixture, textOf, writeFixture } from './fixture.mjs';

const FILE = 'plan/cluster-upgrade/recorded/cluster-upgrades.json';

const versions = process.argv.slice(2);
if (versions.length < 2 || versions.some((version) => !/^\d+\.\d+\.\d+$/.test(version))) {
  console.error('usage: node scripts/record/cluster-upgrades.mjs VERSION VERSION...');
  process.exit(2);
}
/** The revisions of sets as the version that has stored them had them, by namespace. */
const stored = new Map();
const etcdData = mkdtempSync(join(tmpdir(), 'cluster-upgrades-'));
const entries = readFixture(FILE).map(({ title, object, steps }) => ({
  title,
  object,
  steps: steps.filter(
    ({ from, to }) => !versions.some((version, index) => version === to && versions[index - 1] === from),
  ),
}));
try {
  for (const [step, version] of versions.entries()) {
    const cluster = await startControlPlane(version, { withNodes: false, etcdData });
    try {
      await observe(cluster, version, versions[step - 1], step + 1 < versions.length);
    } finally {
      await cluster.stop();
    }
  }
} finally {
  rmSync(etcdData, { recursive: true, force: true });
}
writeFixture(FILE, await textOf(entries));
console.log(`test/${FILE} written: ${entries.length} objects, ${versions.join(' -> ')}`);

/** What this version makes of what the one before it has stored; then the objects are there anew, for the next one. */
async function observe(cluster, version, before, isFollowed) {
  const client = new Client(cluster.server);
  await inParallel(entries, 4, async ({ object, steps }, index) => {
    if (before !== undefined) {
      const found = inNamespace(object, `upgrade-${before}-${index}`.replaceAll('.', '-'));
      const { status } = await client.ask('GET', pathOf(found));
      if (status === 200) steps.push({ from: before, to: version, ...(await seen(client, cluster, found)) });
    }
    if (isFollowed) {
      const own = inNamespace(object, `upgrade-${version}-${index}`.replaceAll('.', '-'));
      await client.create('/api/v1/namespaces', { metadata: { name: own.metadata.namespace } });
      const { code } = await kubectlApply(cluster, own);
      // Once the next version runs, its controller may be faster than a question for what was.
      if (code === 0 && object.kind === 'StatefulSet')
        stored.set(own.metadata.namespace, await revisionOf(client, own));
    }
  });
}

async function seen(client, cluster, object) {
  const isSet = object.kind === 'StatefulSet';
  const recorded = stored.get(object.metadata.namespace);
  const upgraded = isSet ? await revisionOf(client, object, true) : undefined;
  const { code, err } = await kubectlApply(cluster, object);
  const applied = isSet && code === 0 ? await revisionOf(client, object) : upgraded;
  const created = await client.dryRun(kindOf(object), 'default', {
    ...object,
    metadata: { ...object.metadata, namespace: 'default' },
  });
  return {
    ...(isSet ? { restartsByUpgrade: recorded !== upgraded, restartsByApply: upgraded !== applied } : {}),
    ...(code === 0 ? {} : { refusedInUpdate: err }),
    ...(created.status === 201 ? {} : { refusedInCreation: created.body.message }),
  };
}

/** The revision of the template, once the controller of this version has seen the set. */
async function revisionOf(client, object, isTouched = false) {
  if (isTouched) {
    // A change that the controller has to answer: then it has seen all the rest too.
    await client.patch(pathOf(object), { spec: { minReadySeconds: 1 } });
  }
  let revision;
  await until(`the controller has seen ${pathOf(object)}`, async () => {
    const { metadata, status } = await client.get(pathOf(object));
    revision = status?.updateRevision;
    return revision !== undefined && status.observedGeneration >= metadata.generation;
  });
  return revision;
}

function pathOf(object) {
  return `${pathOfKind(kindOf(object), object.metadata.namespace)}/${object.metadata.name}`;
}

function inNamespace(object, namespace) {
  return { ...object, metadata: { ...object.metadata, namespace } };
}
