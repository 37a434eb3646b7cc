#!/usr/bin/env node
// Builds a real control plane from Go modules: etcd, kube-apiserver, kube-controller-manager, kube-scheduler, kubectl,
// and kwok, which plays the nodes. Needs Go and its module proxy; nothing else is fetched. What is built is kept
// outside of the repository, by version, and built once.
//
//   node scripts/control-plane/build.mjs 1.37.0          builds; the sums in sums/ must hold
//   node scripts/control-plane/build.mjs 1.38.0 --pin    writes the sums of a new version first
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ETCD = { module: 'go.etcd.io/etcd/server/v3', version: '3.6.6' };
const KWOK = { module: 'sigs.k8s.io/kwok', version: '0.8.0', package: 'sigs.k8s.io/kwok/cmd/kwok' };
const COMPONENTS = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'];
/** The stages of kwok that make nodes ready and keep them so, as its module has them. */
const NODE_STAGES = [
  'kustomize/stage/node/fast/node-initialize.yaml',
  'kustomize/stage/node/heartbeat-with-lease/node-heartbeat-with-lease.yaml',
];

/** Where binaries are kept between runs. */
export const CACHE =
  process.env.CONTROL_PLANE_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cdk8s-stateful', 'control-plane');

/** Whether a control plane can be built here. */
export function hasGo() {
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Builds what is not there yet. Returns the paths of all programs and of the stages of kwok's nodes. */
export function buildControlPlane(version, { pin = false } = {}) {
  const tools = join(CACHE, 'tools');
  const programs = {
    etcd: buildTool({ ...ETCD, package: ETCD.module }, join(tools, `etcd-${ETCD.version}`), pin),
    kwok: buildTool(KWOK, join(tools, `kwok-${KWOK.version}`), pin),
  };
  const nodeStages = join(tools, `kwok-${KWOK.version}-nodes.yaml`);
  if (!existsSync(nodeStages)) {
    const { directory } = downloaded(KWOK);
    const stages = NODE_STAGES.map((stage) => readFileSync(join(directory, stage), 'utf8'));
    writeWhole(nodeStages, stages.join('\n---\n'));
  }
  const bin = join(CACHE, version);
  const missing = COMPONENTS.filter((component) => !existsSync(join(bin, component)));
  if (missing.length > 0 || pin) {
    buildKubernetes(version, bin, missing, pin);
  }
  return {
    ...programs,
    ...Object.fromEntries(COMPONENTS.map((component) => [component, join(bin, component)])),
    bin,
    nodeStages,
  };
}

function buildKubernetes(version, bin, components, pin) {
  const module = 'k8s.io/kubernetes';
  const [major, minor] = version.split('.');
  const source = moduleAround({ module, version }, pin, (goMod) => staged(goMod, version));
  const [component, client] = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'];
  const flags = [component, client].flatMap((name) => [
    `-X ${name}.gitVersion=v${version}`,
    `-X ${name}.gitMajor=${major}`,
    `-X ${name}.gitMinor=${minor}`,
  ]);
  for (const name of components) {
    compile(source, `${module}/cmd/${name}`, join(bin, name), ['-s', '-w', ...flags].join(' '));
  }
}

/** The staging modules live in the repository itself; a module outside of it takes their published v0.x.y. */
function staged(goMod, version) {
  const published = `v0.${version.split('.').slice(1).join('.')}`;
  return goMod.replaceAll(
    /^(\s*)(replace )?(k8s\.io\/[a-z-]+) => \.\/staging\/.*$/gm,
    `$1$2$3 => $3 ${published}`,
  );
}

function buildTool(tool, target, pin) {
  if (!existsSync(target) || pin) {
    // What a repository replaces by its own folders is published too.
    const source = moduleAround(tool, pin, (goMod) => goMod.replaceAll(/^.* => \.\.?\/.*$/gm, ''));
    compile(source, tool.package, target, '-s -w');
  }
  return target;
}

function compile(source, package_, target, flags) {
  const started = Date.now();
  const unfinished = `${target}.${process.pid}`;
  go(source, ['build', '-trimpath', '-buildvcs=false', '-ldflags', flags, '-o', unfinished, package_]);
  renameSync(unfinished, target);
  console.error(`built ${package_} in ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * A module that requires the given one with exactly what that was released with: its own go.mod and go.sum, and the
 * pinned sums of the module itself and of its siblings, which its own go.sum can't have.
 */
function moduleAround({ module, version }, pin, adapt) {
  const { directory, sum, goModSum } = downloaded({ module, version });
  const name = module.split('/').find((part) => ['kubernetes', 'etcd', 'kwok'].includes(part));
  const pinned = join(import.meta.dirname, 'sums', `${name}-${version}.sum`);
  const own = `${module} v${version} ${sum}\n${module} v${version}/go.mod ${goModSum}\n`;
  const around = join(CACHE, 'source', `${name}-${version}`);
  mkdirSync(around, { recursive: true });
  const released = readFileSync(join(directory, 'go.mod'), 'utf8');
  writeFileSync(
    join(around, 'go.mod'),
    `${adapt(released.replace(/^module .*$/m, 'module control-plane.test/around'))}\nrequire ${module} v${version}\n`,
  );
  const upstream = readFileSync(join(directory, 'go.sum'), 'utf8');
  const goSum = join(around, 'go.sum');
  if (pin) {
    writeFileSync(goSum, upstream + own);
    const packages =
      module === 'k8s.io/kubernetes' ? COMPONENTS.map((one) => `${module}/cmd/${one}`) : [`${module}/...`];
    go(around, ['list', '-mod=mod', '-deps', ...(module === KWOK.module ? [KWOK.package] : packages)]);
    const known = new Set(upstream.split('\n'));
    const added = readFileSync(goSum, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !known.has(line));
    writeFileSync(pinned, `${added.sort().join('\n')}\n`);
  } else {
    if (!existsSync(pinned)) {
      throw new Error(`the sums of ${module} ${version} are not pinned: run this script with --pin`);
    }
    writeFileSync(goSum, upstream + readFileSync(pinned, 'utf8'));
  }
  return around;
}

/** The module as the proxy has it, in Go's own cache. */
function downloaded({ module, version }) {
  mkdirSync(CACHE, { recursive: true });
  const answer = JSON.parse(go(CACHE, ['mod', 'download', '-json', `${module}@v${version}`], ''));
  return { directory: answer.Dir, sum: answer.Sum, goModSum: answer.GoModSum };
}

function go(directory, args, flags = '-mod=readonly') {
  return execFileSync('go', args, {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, GOFLAGS: flags, GOWORK: 'off', CGO_ENABLED: '0', GOTOOLCHAIN: 'local' },
  });
}

function writeWhole(file, text) {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [version, ...options] = process.argv.slice(2);
  console.log(buildControlPlane(version, { pin: options.includes('--pin') }).bin);
}
