#!/usr/bin/env node
// Builds a real control plane from Go modules: etcd, kube-apiserver, kube-controller-manager, kube-scheduler, kubectl,
// and kwok, which plays the nodes. Needs Go and its module proxy; nothing else is fetched. What is built is kept
// outside of the repository, by version, and built once.
//
//   node scripts/control-plane/build.mjs 1.37.0          builds; the sums in sums/ must hold
//   node scripts/control-plane/build.mjs 1.38.0 --pin    writes the sums of a new version, and builds nothing
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE, compile, downloaded, ETCD, kubernetes, KWOK, pinSums, sourceOf } from './modules.mjs';

/** The stages of kwok that make nodes ready and keep them so, as its module has them. */
const NODE_STAGES = [
  'kustomize/stage/node/fast/node-initialize.yaml',
  'kustomize/stage/node/heartbeat-with-lease/node-heartbeat-with-lease.yaml',
];

/** Whether a control plane can be built here. */
export function hasGo() {
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Builds what is not there yet. Returns the paths of all programs, and of the stages of kwok's nodes. */
export function buildControlPlane(version) {
  const tools = join(CACHE, 'tools');
  const bin = join(CACHE, version);
  const [component, client] = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'];
  const [major, minor] = version.split('.');
  const flags = [component, client].flatMap((name) => [
    `-X ${name}.gitVersion=v${version}`,
    `-X ${name}.gitMajor=${major}`,
    `-X ${name}.gitMinor=${minor}`,
  ]);
  return {
    etcd: built(ETCD, () => join(tools, `etcd-${ETCD.version}`)).at(0),
    kwok: built(KWOK, () => join(tools, `kwok-${KWOK.version}`)).at(0),
    ...Object.fromEntries(
      built(kubernetes(version), (program) => join(bin, basename(program)), flags).map((path) => [
        basename(path),
        path,
      ]),
    ),
    bin,
    nodeStages: nodeStages(tools),
  };
}

function built(module, targetOf, flags = []) {
  const targets = module.programs.map((program) => ({ program, target: targetOf(program) }));
  const missing = targets.filter(({ target }) => !existsSync(target));
  const source = missing.length > 0 ? sourceOf(module) : undefined;
  for (const { program, target } of missing) {
    const started = Date.now();
    const unfinished = `${target}.${process.pid}`;
    compile(source, program, unfinished, ['-s', '-w', ...flags].join(' '));
    renameSync(unfinished, target);
    console.error(`built ${program} in ${Math.round((Date.now() - started) / 1000)} s`);
  }
  return targets.map(({ target }) => target);
}

function nodeStages(tools) {
  const file = join(tools, `kwok-${KWOK.version}-nodes.yaml`);
  if (!existsSync(file)) {
    const { Dir } = downloaded(KWOK);
    const stages = NODE_STAGES.map((stage) => readFileSync(join(Dir, stage), 'utf8'));
    mkdirSync(tools, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, stages.join('\n---\n'));
    renameSync(`${file}.${process.pid}`, file);
  }
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [version, option] = process.argv.slice(2);
  if (option === '--pin') {
    [ETCD, KWOK, kubernetes(version)].forEach(pinSums);
  } else {
    console.log(buildControlPlane(version).bin);
  }
}
