// Programs of published Go modules, built with exactly what the modules were released with.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where sources and binaries are kept between runs. */
export const CACHE =
  process.env.CONTROL_PLANE_CACHE ??
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'cdk8s-stateful', 'control-plane');

const SUMS = join(import.meta.dirname, 'sums');

export const ETCD = {
  name: 'etcd',
  module: 'go.etcd.io/etcd/server/v3',
  version: '3.6.6',
  programs: ['go.etcd.io/etcd/server/v3'],
  adapt: withoutFolders,
};

export const KWOK = {
  name: 'kwok',
  module: 'sigs.k8s.io/kwok',
  version: '0.8.0',
  programs: ['sigs.k8s.io/kwok/cmd/kwok'],
  adapt: withoutFolders,
};

/**
 * Patch releases whose staging modules are not in every module proxy: they are built with those of a later patch. What
 * these releases are built for, the controller of sets, is in the module of Kubernetes itself.
 */
const LATER_STAGING = { '1.34.0': 'v0.34.4', '1.35.0': 'v0.35.4' };

/** Kubernetes of one version. */
export function kubernetes(version) {
  const published = LATER_STAGING[version] ?? `v0.${version.split('.').slice(1).join('.')}`;
  return {
    name: 'kubernetes',
    module: 'k8s.io/kubernetes',
    version,
    programs: ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'].map(
      (program) => `k8s.io/kubernetes/cmd/${program}`,
    ),
    // Its staging modules live in its repository; a module outside of it takes their published v0.x.y.
    adapt: (goMod) =>
      goMod.replaceAll(
        /^(\s*)(replace )?(k8s\.io\/[a-z-]+) => \.\/staging\/.*$/gm,
        `$1$2$3 => $3 ${published}`,
      ),
  };
}

/** What a repository replaces by its own folders is published too. */
function withoutFolders(goMod) {
  return goMod.replaceAll(/^.* => \.\.?\/.*$/gm, '');
}

/** A folder whose go.mod and go.sum are those that the module was released with; the pinned sums hold in it. */
export function sourceOf(module) {
  const pinned = sumsFile(module);
  if (!existsSync(pinned)) {
    throw new Error(`the sums of ${module.name} ${module.version} are not pinned: run build.mjs with --pin`);
  }
  const { around, released } = folderAround(module);
  writeFileSync(join(around, 'go.sum'), released + readFileSync(pinned, 'utf8'));
  return around;
}

/** Writes the sums of the module itself and of its siblings, which its own go.sum cannot have. */
export function pinSums(module) {
  const { around, released, answer } = folderAround(module);
  const name = `${module.module} v${module.version}`;
  writeFileSync(
    join(around, 'go.sum'),
    `${released}${name} ${answer.Sum}\n${name}/go.mod ${answer.GoModSum}\n`,
  );
  go(around, ['list', '-mod=mod', '-deps', ...module.programs]);
  const known = new Set(released.split('\n'));
  const added = readFileSync(join(around, 'go.sum'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !known.has(line));
  writeFileSync(sumsFile(module), `${added.sort().join('\n')}\n`);
}

/** The folder of the module as the proxy has it, in Go's own cache. */
export function downloaded({ module, version }) {
  mkdirSync(CACHE, { recursive: true });
  return JSON.parse(go(CACHE, ['mod', 'download', '-json', `${module}@v${version}`], ''));
}

/** Builds a program of a module. */
export function compile(source, program, target, flags) {
  go(source, ['build', '-trimpath', '-buildvcs=false', '-ldflags', flags, '-o', target, program]);
}

function sumsFile({ name, version }) {
  return join(SUMS, `${name}-${version}.sum`);
}

/** Writes the go.mod; returns the folder, and the go.sum that the module was released with. */
function folderAround(module) {
  const answer = downloaded(module);
  const around = join(CACHE, 'source', `${module.name}-${module.version}`);
  mkdirSync(around, { recursive: true });
  const goMod = readFileSync(join(answer.Dir, 'go.mod'), 'utf8');
  const adapted = module.adapt(goMod.replace(/^module .*$/m, 'module control-plane.test/around'));
  writeFileSync(join(around, 'go.mod'), `${adapted}\nrequire ${module.module} v${module.version}\n`);
  return { around, answer, released: readFileSync(join(answer.Dir, 'go.sum'), 'utf8') };
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
