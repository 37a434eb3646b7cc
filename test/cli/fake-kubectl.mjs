#!/usr/bin/env node
// A cluster in a file: as much of kubectl as the safe ways need. CLUSTER names the state; changes are added to its log.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

const file = process.env.CLUSTER ?? '';
const cluster = JSON.parse(readFileSync(file, 'utf8'));
const words = process.argv.slice(2);
const option = (name) => {
  const at = words.findIndex((word) => word === name || word.startsWith(`${name}=`));
  if (at < 0) return undefined;
  return words[at].includes('=') && words[at].startsWith(`${name}=`)
    ? words.splice(at, 1)[0].slice(name.length + 1)
    : words.splice(at, 2)[1];
};
const flag = (name) => words.includes(name) && words.splice(words.indexOf(name), 1).length > 0;
const end = (code, text = '') => {
  // Both ends of a pipe run at once: each sees the whole state, before or after the other's change.
  const next = `${file}.${process.pid}`;
  writeFileSync(next, JSON.stringify(cluster));
  renameSync(next, file);
  if (text) (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exit(code);
};
const log = () => cluster.log.push(process.argv.slice(2).join(' '));
const merge = (target, patch) => {
  for (const [key, value] of Object.entries(patch)) {
    if (value && typeof value === 'object' && !Array.isArray(value)) merge((target[key] ??= {}), value);
    else target[key] = value;
  }
};

option('--namespace');
const output = option('--output');
const patch = option('--patch');
const type = option('--type');
const cascade = option('--cascade');
const dryRun = option('--dry-run');
const replicas = option('--replicas');
option('--filename');
option('--timeout');
const ignore = flag('--ignore-not-found');
flag('--overwrite');
const [verb, kind, ...names] = words;
const find = (name) => cluster.objects[`${kind}/${name}`];
const missing = (name) => end(1, `Error from server (NotFound): ${kind} "${name}" not found`);

switch (verb) {
  case 'get': {
    const found = names.map((name) => find(name) ?? (ignore ? undefined : missing(name))).filter(Boolean);
    if (output === 'name') end(0, found.length ? `${kind}/${names[0]}` : '');
    if (!output?.startsWith('jsonpath=')) end(0, JSON.stringify(found));
    const path = /\{\.([^{}]*)\}/.exec(output)[1];
    const steps = path
      .replaceAll('\\.', '\u0000')
      .split('.')
      .map((step) => step.replaceAll('\u0000', '.'));
    const at = (object) => steps.reduce((value, step) => value?.[step], object);
    const values = found.map((object) => {
      if (path.includes('claimName')) return object.claims.join(' ');
      if (path.includes('"Ready"')) return 'True';
      return at(object) ?? '';
    });
    end(0, values.map((value) => (typeof value === 'object' ? JSON.stringify(value) : value)).join(''));
    break;
  }
  case 'patch': {
    const object = find(names[0]) ?? missing(names[0]);
    log();
    if (type === 'json') {
      delete object.spec.claimRef;
      for (const [key, claim] of Object.entries(cluster.objects)) {
        if (key.startsWith('persistentvolumeclaim/') && claim.spec.volumeName === names[0])
          claim.status.phase = 'Bound';
      }
    } else {
      merge(object, JSON.parse(patch));
      // The driver grows the volume at once.
      if (kind === 'persistentvolumeclaim') object.status.capacity = { ...object.spec.resources.requests };
      if (kind === 'statefulset') {
        for (const [key, claim] of Object.entries(cluster.objects)) {
          if (key.startsWith('persistentvolumeclaim/')) delete claim.metadata?.ownerReferences;
        }
      }
    }
    end(0);
    break;
  }
  case 'label': {
    const [pod, ...labels] = names;
    log();
    for (const label of labels) find(pod).metadata.labels[label.split('=')[0]] = label.split('=')[1];
    end(0);
    break;
  }
  case 'scale': {
    log();
    find(names[0]).status.replicas = Number(replicas);
    end(0);
    break;
  }
  case 'delete': {
    find(names[0]) ?? missing(names[0]);
    log();
    if (kind === 'pod') find(names[0]).claims = cluster.newClaims[names[0]];
    else delete cluster.objects[`${kind}/${names[0]}`];
    if (cascade === 'orphan') cluster.isOrphaned = true;
    end(0);
    break;
  }
  case 'create': {
    const claim = JSON.parse(readFileSync(0, 'utf8'));
    log();
    cluster.objects[`persistentvolumeclaim/${claim.metadata.name}`] = {
      ...claim,
      status: { phase: 'Pending' },
    };
    end(0);
    break;
  }
  case 'apply': {
    const set = `statefulset/${cluster.newSet}`;
    const isStale = cluster.objects[set] && cluster.objects[set].generation !== 'new';
    if (isStale) end(1, cluster.refusal);
    if (dryRun) end(0);
    log();
    cluster.objects[set] = { generation: 'new', metadata: {}, status: { replicas: 3 } };
    end(0);
    break;
  }
  case 'diff':
    end(cluster.objects[`statefulset/${cluster.newSet}`]?.generation === 'new' ? 0 : 1);
    break;
  case 'rollout':
    end(0, 'done');
    break;
  default:
    end(1, `unknown: ${words.join(' ')}`);
}
