#!/usr/bin/env node
// Plays the storage driver: gives each claim a volume, grows it when the claim grows, and deletes released volumes
// whose policy is Delete, as drivers do: that is where data would be lost.
//
//   node scripts/control-plane/provisioner.mjs http://127.0.0.1:8001    the address of a `kubectl proxy`
import { setTimeout } from 'node:timers/promises';

const [, , server] = process.argv;
const DRIVER = 'fake.control-plane.test';
const MULTIPLES = {
  '': 1,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
};

async function ask(method, path, body) {
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  const answer = await fetch(server + path, {
    method,
    headers: { 'content-type': type },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answer.json();
}

function bytesOf(quantity) {
  const [, number, unit] = /^([\d.]+)([a-zA-Z]*)$/.exec(quantity);
  return number * MULTIPLES[unit];
}

function volumeFor({ metadata, spec }, { reclaimPolicy }) {
  const name = `pvc-${metadata.uid}`;
  const { accessModes, volumeMode = 'Filesystem', storageClassName } = spec;
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name, annotations: { 'pv.kubernetes.io/provisioned-by': DRIVER } },
    spec: {
      capacity: { storage: spec.resources.requests.storage },
      accessModes,
      volumeMode,
      storageClassName,
      persistentVolumeReclaimPolicy: reclaimPolicy,
      csi: { driver: DRIVER, volumeHandle: name },
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        namespace: metadata.namespace,
        name: metadata.name,
        uid: metadata.uid,
      },
    },
  };
}

async function grow({ metadata, spec }) {
  const capacity = { storage: spec.resources.requests.storage };
  await ask('PATCH', `/api/v1/persistentvolumes/${spec.volumeName}`, { spec: { capacity } });
  const claim = `/api/v1/namespaces/${metadata.namespace}/persistentvolumeclaims/${metadata.name}`;
  await ask('PATCH', `${claim}/status`, { status: { capacity } });
}

async function serve() {
  const classes = new Map(
    (await ask('GET', '/apis/storage.k8s.io/v1/storageclasses')).items
      .filter(({ provisioner }) => provisioner === DRIVER)
      .map((one) => [one.metadata.name, one]),
  );
  const claims = (await ask('GET', '/api/v1/persistentvolumeclaims')).items;
  const volumes = (await ask('GET', '/api/v1/persistentvolumes')).items;
  const names = new Set(volumes.map(({ metadata }) => metadata.name));
  for (const claim of claims) {
    const { metadata, spec, status } = claim;
    const storageClass = classes.get(spec.storageClassName);
    if (storageClass === undefined || metadata.deletionTimestamp) {
      continue;
    }
    if (!spec.volumeName && !names.has(`pvc-${metadata.uid}`)) {
      await ask('POST', '/api/v1/persistentvolumes', volumeFor(claim, storageClass));
    } else if (
      status?.phase === 'Bound' &&
      bytesOf(spec.resources.requests.storage) > bytesOf(status.capacity?.storage ?? '0')
    ) {
      await grow(claim);
    }
  }
  for (const { metadata, spec, status } of volumes) {
    const isOurs = spec.csi?.driver === DRIVER && !metadata.deletionTimestamp;
    if (isOurs && status?.phase === 'Released' && spec.persistentVolumeReclaimPolicy === 'Delete') {
      await ask('DELETE', `/api/v1/persistentvolumes/${metadata.name}`);
      console.log(`DATA GONE ${spec.claimRef.namespace}/${spec.claimRef.name}`);
    }
  }
}

for (;;) {
  try {
    await serve();
  } catch (error) {
    console.error(String(error));
  }
  await setTimeout(300);
}
