#!/usr/bin/env node
// Starts a real control plane on loopback: etcd, kube-apiserver, kube-controller-manager, kube-scheduler, kwok with
// three fake nodes, and provisioner.mjs for volumes.
//
//   node scripts/control-plane/start.mjs 1.37.0      prints what to export; runs until it is interrupted
//   node scripts/control-plane/start.mjs 1.37.0 --without-nodes
//                                                    etcd, kube-apiserver and kube-controller-manager only: what
//                                                    happens to pods is up to whoever starts it
import { execFileSync, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { buildControlPlane } from './build.mjs';

const NODES = 3;
const PATIENCE_MS = 120_000;
/** Kilobytes. A controller manager that meets a set of very many pods grows without bound. */
const MOST_MEMORY = 10 * 1024 * 1024;

/**
 * Starts one; `stop` ends it. Where this process dies, it ends too. Without nodes nobody schedules pods, runs them or
 * makes volumes. Etcd keeps its data in `etcdData`, which stays, or in a folder that goes with it.
 */
export async function startControlPlane(version, { withNodes = true, etcdData } = {}) {
  const programs = buildControlPlane(version);
  const directory = mkdtempSync(join(tmpdir(), `control-plane-${version}-`));
  const children = [];
  let watchdog;
  const stop = async () => {
    await stopAll(children);
    watchdog?.kill();
    rmSync(directory, { recursive: true, force: true });
  };
  const start = (name, program, ...args) => {
    const limit = name === 'kube-controller-manager' ? MOST_MEMORY : 'unlimited';
    const child = spawn('sh', ['-c', `ulimit -v ${limit}; exec "$@"`, name, program, ...args], {
      cwd: directory,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = createWriteStream(join(directory, `${name}.log`));
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    children.push(child);
    child.on('exit', (code) => {
      child.hasEnded = true;
      if (code) console.error(`${name} ended with ${code}:\n${readFileSync(log.path, 'utf8').slice(-2000)}`);
    });
    return child;
  };
  try {
    const control = await startControl(programs, directory, start, { withNodes, etcdData });
    if (withNodes) await startNodes(programs, directory, start, control);
    const { kubeconfig, server } = control;
    watchdog = watchOver(children, directory);
    return { kubeconfig, server, version, bin: programs.bin, directory, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startControl(programs, directory, start, { withNodes, etcdData }) {
  const [etcd, peer, api, manager] = await freePorts(4);
  const kubeconfig = writeCredentials(directory, api);
  const kubectl = (...args) =>
    execFileSync(programs.kubectl, ['--kubeconfig', kubeconfig, ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  start(
    'etcd',
    programs.etcd,
    ...['--data-dir', etcdData ?? join(directory, 'etcd'), '--unsafe-no-fsync', '--log-level', 'warn'],
    ...[
      '--listen-client-urls',
      `http://127.0.0.1:${etcd}`,
      '--advertise-client-urls',
      `http://127.0.0.1:${etcd}`,
    ],
    ...[
      '--listen-peer-urls',
      `http://127.0.0.1:${peer}`,
      '--initial-advertise-peer-urls',
      `http://127.0.0.1:${peer}`,
    ],
    ...['--initial-cluster', `default=http://127.0.0.1:${peer}`],
  );
  start(
    'kube-apiserver',
    programs['kube-apiserver'],
    ...[
      '--etcd-servers',
      `http://127.0.0.1:${etcd}`,
      '--bind-address',
      '127.0.0.1',
      '--secure-port',
      `${api}`,
    ],
    ...['--advertise-address', '127.0.0.1', '--endpoint-reconciler-type', 'none', '--cert-dir', 'certs'],
    ...['--token-auth-file', 'tokens.csv', '--authorization-mode', 'RBAC', '--allow-privileged=true'],
    ...[
      '--service-cluster-ip-range',
      '10.0.0.0/16',
      '--service-account-issuer',
      'https://kubernetes.default.svc',
    ],
    ...[
      '--service-account-key-file',
      'service-accounts.pem',
      '--service-account-signing-key-file',
      'service-accounts.pem',
    ],
    ...['--max-requests-inflight', '3000', '--max-mutating-requests-inflight', '1500'],
    // Where no pod ever runs, pods may name service accounts and classes that do not exist.
    ...(withNodes ? [] : ['--disable-admission-plugins', 'ServiceAccount,Priority,RuntimeClass']),
  );
  await succeeds('the API server is ready', () => kubectl('get', '--raw', '/readyz'));
  await succeeds('there is a namespace', () => kubectl('get', 'namespace', 'default'));
  start(
    'kube-controller-manager',
    programs['kube-controller-manager'],
    ...['--kubeconfig', kubeconfig, '--leader-elect=false', '--bind-address', '127.0.0.1'],
    ...[
      '--secure-port',
      `${manager}`,
      '--cert-dir',
      'certs-manager',
      '--root-ca-file',
      'certs/apiserver.crt',
    ],
    ...['--service-account-private-key-file', 'service-accounts.pem'],
    ...['--kube-api-qps', '500', '--kube-api-burst', '1000', '--concurrent-statefulset-syncs', '20'],
    // On a busy machine the node lifecycle controller takes late heartbeats for dead nodes.
    ...['--controllers', '*,-node-lifecycle-controller', '--pvclaimbinder-sync-period', '2s'],
  );
  await succeeds('there is a service account', () => kubectl('get', 'serviceaccount', 'default'));
  const proxy = start('kubectl-proxy', programs.kubectl, '--kubeconfig', kubeconfig, 'proxy', '--port=0');
  return { kubectl, kubeconfig, server: await addressOf(proxy) };
}

async function startNodes(programs, directory, start, { kubectl, kubeconfig, server }) {
  const [scheduler, kwok] = await freePorts(2);
  writeFileSync(
    join(directory, 'scheduler.yaml'),
    JSON.stringify({
      apiVersion: 'kubescheduler.config.k8s.io/v1',
      kind: 'KubeSchedulerConfiguration',
      leaderElection: { leaderElect: false },
      clientConnection: { kubeconfig, qps: 500, burst: 1000 },
    }),
  );
  start(
    'kube-scheduler',
    programs['kube-scheduler'],
    ...['--config', 'scheduler.yaml', '--bind-address', '127.0.0.1', '--secure-port', `${scheduler}`],
    ...['--cert-dir', 'certs-scheduler'],
  );
  writeFileSync(
    join(directory, 'nodes.json'),
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items: nodes() }),
  );
  kubectl('apply', '-f', join(directory, 'nodes.json'));
  start(
    'kwok',
    programs.kwok,
    ...['--kubeconfig', kubeconfig, '--manage-all-nodes', '--server-address', `127.0.0.1:${kwok}`],
    ...['--config', join(import.meta.dirname, 'pods.yaml'), '--config', programs.nodeStages],
  );
  await succeeds('the nodes are ready', () =>
    kubectl('wait', '--for=condition=Ready', 'node', '--all', '--timeout=5s'),
  );
  for (const { metadata } of nodes()) {
    // Its owner, the node lifecycle controller, is off.
    await succeeds('the node has no taint', () => {
      if (kubectl('get', 'node', metadata.name, '-o', 'jsonpath={.spec.taints}').includes('not-ready')) {
        kubectl('taint', 'node', metadata.name, 'node.kubernetes.io/not-ready-');
      }
    });
  }
  kubectl('apply', '-f', join(import.meta.dirname, 'storage.yaml'));
  start('provisioner', process.execPath, join(import.meta.dirname, 'provisioner.mjs'), server);
}

function nodes() {
  return Array.from({ length: NODES }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: `node-${index}`,
      labels: { 'kubernetes.io/hostname': `node-${index}`, 'topology.kubernetes.io/zone': `zone-${index}` },
    },
  }));
}

function writeCredentials(directory, port) {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(
    join(directory, 'service-accounts.pem'),
    privateKey.export({ type: 'pkcs1', format: 'pem' }),
    { mode: 0o600 },
  );
  const token = randomBytes(16).toString('hex');
  writeFileSync(join(directory, 'tokens.csv'), `${token},admin,admin,system:masters\n`, { mode: 0o600 });
  const kubeconfig = join(directory, 'kubeconfig');
  const name = 'control-plane';
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        { name, cluster: { server: `https://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true } },
      ],
      users: [{ name, user: { token } }],
      contexts: [{ name, context: { cluster: name, user: name } }],
      'current-context': name,
    }),
    { mode: 0o600 },
  );
  return kubeconfig;
}

async function succeeds(what, attempt) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      attempt();
      return;
    } catch (error) {
      if (Date.now() > end) throw new Error(`never came true: ${what}`, { cause: error });
    }
    await setTimeout(250);
  }
}

function addressOf(proxy) {
  return new Promise((resolve, reject) => {
    proxy.stdout.on('data', (text) => {
      const address = /127\.0\.0\.1:\d+/.exec(String(text));
      if (address) resolve(`http://${address[0]}`);
    });
    proxy.on('exit', () => reject(new Error('kubectl proxy ended')));
  });
}

async function freePorts(count) {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve) =>
          createServer().listen(0, '127.0.0.1', function () {
            resolve(this);
          }),
        ),
    ),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** Ends all parts once nothing holds its standard input open any more: when this process dies, however it dies. */
function watchOver(children, directory) {
  const script = 'folder=$1; shift; cat >/dev/null; kill "$@"; sleep 5; kill -9 "$@"; rm -rf "$folder"';
  const pids = children.map(({ pid }) => `${pid}`);
  const watchdog = spawn('sh', ['-c', script, 'watchdog', directory, ...pids], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watchdog.unref();
  watchdog.stdin.unref();
  return watchdog;
}

async function stopAll(children) {
  for (const child of [...children].reverse()) {
    if (child.hasEnded) continue;
    child.removeAllListeners('exit');
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill();
    await Promise.race([ended, setTimeout(5_000).then(() => child.kill('SIGKILL'))]);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [version, ...options] = process.argv.slice(2);
  const cluster = await startControlPlane(version, { withNodes: !options.includes('--without-nodes') });
  console.log(`export KUBECONFIG=${cluster.kubeconfig} PATH=${cluster.bin}:$PATH`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => void cluster.stop().then(() => process.exit(0)));
  }
}
