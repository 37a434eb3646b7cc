import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { type JsonObject } from '../../lib/facts/json';
import { type PlanJson } from '../../lib/report/plan-json';
import { claimTemplate, NEW_IMAGE, set } from '../plan/manifests';
import { run } from './run-program';

// Each command of a script starts a process.
jest.setTimeout(60_000);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plan-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, ...objects: readonly JsonObject[]): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, objects.map((object) => JSON.stringify(object)).join('\n---\n'));
  return file;
}

function planned(old: JsonObject, wanted: JsonObject, ...options: readonly string[]): ReturnType<typeof run> {
  return run(['plan', '--from', write('old.yaml', old), '--to', write('new.yaml', wanted), ...options]);
}

const GROWN = set({ volumeClaimTemplates: [claimTemplate('data', '20Gi')] });

describe('cdk8s-stateful plan', () => {
  test.each<[string, JsonObject, JsonObject, number]>([
    ['no change', set(), set(), 0],
    ['a change in place', set(), set({ replicas: 4 }), 0],
    ['a rolling restart', set(), set({}, NEW_IMAGE), 0],
    ['a refusal', set(), GROWN, 1],
    ['data at risk', set(), set({}, {}, { name: 'www' }), 1],
  ])('ends as %s asks for', (_, old, wanted, code) => {
    expect(planned(old, wanted).code).toBe(code);
  });

  test('writes the JSON that programs rely on', () => {
    const json = JSON.parse(
      planned(set(), GROWN, '-o', 'json', '--kubernetes-version', '1.34').out,
    ) as PlanJson;
    expect(json).toMatchObject({
      version: 1,
      kubernetesVersion: '1.34',
      effect: 'rejected',
      changes: [
        {
          object: 'StatefulSet web',
          path: 'spec.volumeClaimTemplates[data].spec.resources.requests.storage',
          before: '10Gi',
          after: '20Gi',
          effect: 'rejected',
          code: 'CLAIM_TEMPLATE_GROWN',
        },
      ],
      restarts: [],
      claims: [],
    });
    expect(json.steps.map((step) => Object.keys(step).slice(0, 3))).toContainEqual([
      'title',
      'command',
      'why',
    ]);
  });

  test('says the same in text, with colours only on a terminal', () => {
    const plain = planned(set(), GROWN).out;
    expect(plain).toContain(
      'spec.volumeClaimTemplates[data].spec.resources.requests.storage [CLAIM_TEMPLATE_GROWN]',
    );
    expect(plain).toContain('1 change (1 rejected) for Kubernetes 1.28');
    expect(plain).not.toContain('\u001b');
    const old = write('old.yaml', set());
    expect(run(['plan', '--from', old, '--to', write('new.yaml', GROWN)], true).out).toContain('\u001b[31m');
  });

  test('writes Markdown whose cells hold whatever the values hold', () => {
    const odd = set({}, { containers: [{ name: 'web', image: 'nginx:1.27', args: ['a|b', '`c`', '<d>'] }] });
    const { out } = planned(set(), odd, '-o', 'markdown');
    const rows = out.split('\n').filter((line) => line.startsWith('| **'));
    expect(rows).toHaveLength(1);
    expect(rows[0].replaceAll('\\|', '').split('|')).toHaveLength(8);
  });

  test('reads OLD from a git revision, and never takes it for an option', () => {
    const git = (...args: readonly string[]): unknown =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        stdio: 'pipe',
      });
    write('dist/web.k8s.yaml', set());
    git('init', '-q');
    git('add', '.');
    git('commit', '-q', '-m', 'first');
    const file = write('dist/web.k8s.yaml', set({ replicas: 5 }));
    const here = process.cwd();
    process.chdir(folder);
    try {
      const json = JSON.parse(
        run(['plan', '--from', 'git:HEAD:dist', '--to', file, '-o', 'json']).out,
      ) as PlanJson;
      expect(json.changes.map(({ code }) => code)).toEqual(['REPLICAS_UP']);
      for (const source of ['git:--output=x:dist', 'git:HEAD:none', 'git:none:dist', 'git:HEAD']) {
        const { code, out, err } = run(['plan', '--from', source, '--to', file]);
        expect({ code, out }).toEqual({ code: 2, out: '' });
        expect(err).toContain('[INPUT_NOT_FOUND]');
      }
    } finally {
      process.chdir(here);
    }
  });

  test.each<[string, readonly string[]]>([
    ['without --to', ['plan', '--from', 'a']],
    ['without --from', ['plan', '--to', 'a']],
    ['with a word too many', ['plan', '--from', 'a', '--to', 'b', 'c']],
    ['with an unknown format', ['plan', '--from', 'a', '--to', 'b', '-o', 'pdf']],
    ['with an unknown version', ['plan', '--from', 'a', '--to', 'b', '--kubernetes-version', '2']],
    ['with standard input twice', ['plan', '--from', '-', '--to', '-']],
    ['with a file that is not there', ['plan', '--from', 'gone.yaml', '--to', 'gone.yaml']],
  ])('fails %s', (_, args) => {
    const { code, out, err } = run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });
});

describe('the script of the safe way', () => {
  const claim = (name: string): [string, JsonObject] => [
    `persistentvolumeclaim/${name}`,
    {
      metadata: { ownerReferences: [{ kind: 'StatefulSet' }] },
      spec: {
        storageClassName: 'standard',
        volumeName: `pv-${name}`,
        resources: { requests: { storage: '10Gi' } },
      },
      status: { phase: 'Bound', capacity: { storage: '10Gi' } },
    },
  ];
  const names = ['data-web-0', 'data-web-1', 'data-web-2'];

  function clusterOf(newSet: string, expandable = true): JsonObject {
    return {
      log: [],
      newSet,
      refusal: 'spec: Forbidden: updates to statefulset spec for fields other than those are forbidden',
      newClaims: Object.fromEntries(names.map((name, at) => [`web-${at}`, [name, `logs-web-${at}`]])),
      objects: Object.fromEntries([
        ...names.map(claim),
        ...names.map((name): [string, JsonObject] => [
          `persistentvolume/pv-${name}`,
          { spec: { claimRef: {} } },
        ]),
        ...names.map((name, at): [string, JsonObject] => [
          `pod/web-${at}`,
          { claims: [name], metadata: { labels: { app: 'web' } }, spec: { subdomain: 'web' } },
        ]),
        ['statefulset/web', { generation: 'old', metadata: {}, status: { replicas: 3 } }],
        ['storageclass/standard', { allowVolumeExpansion: expandable }],
      ]),
    };
  }

  /** Runs a script against the cluster; returns what it changed. */
  function execute(
    script: string,
    cluster: JsonObject,
  ): () => { code: number | null; log: string[]; err: string } {
    const bin = path.join(folder, 'bin');
    mkdirSync(bin);
    copyFileSync(path.join(__dirname, 'fake-kubectl.mjs'), path.join(bin, 'kubectl.mjs'));
    writeFileSync(
      path.join(bin, 'kubectl'),
      `#!/bin/sh\nexec "${process.execPath}" "${bin}/kubectl.mjs" "$@"\n`,
    );
    chmodSync(path.join(bin, 'kubectl'), 0o755);
    const file = path.join(folder, 'way.sh');
    const state = path.join(folder, 'cluster.json');
    writeFileSync(file, script);
    writeFileSync(state, JSON.stringify(cluster));
    return () => {
      const before = JSON.parse(readFileSync(state, 'utf8')) as { log: string[] };
      const { status, stderr } = spawnSync('sh', [file], {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...process.env,
          PATH: `${bin}:${process.env.PATH ?? ''}`,
          CLUSTER: state,
          TIMEOUT: '0',
          INTERVAL: '0',
        },
      });
      const { log } = JSON.parse(readFileSync(state, 'utf8')) as { log: string[] };
      return { code: status, log: log.slice(before.log.length), err: stderr };
    };
  }

  const ARMED = { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } };

  test('grows each claim, replaces the set around its pods, and does nothing twice', () => {
    const wanted = set({ volumeClaimTemplates: [claimTemplate('data', '20Gi')], ...ARMED });
    const go = execute(planned(set(ARMED), wanted, '-o', 'script').out, clusterOf('web'));
    const first = go();
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.log.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'patch statefulset web',
      ...names.map((name) => `patch persistentvolumeclaim ${name}`),
      'delete statefulset web',
      expect.stringMatching(/^apply --filename /) as string,
    ]);
    expect(first.log[4]).toContain('--cascade=orphan');
    expect(go()).toEqual({ code: 0, log: [], err: '' });
  });

  test('deletes pods one by one, the highest first, where they get another claim', () => {
    const wanted = set({ volumeClaimTemplates: [claimTemplate(), claimTemplate('logs')] });
    const go = execute(planned(set(), wanted, '-o', 'script').out, clusterOf('web'));
    const { code, log } = go();
    expect(code).toBe(0);
    expect(log.filter((line) => line.includes('delete pod'))).toEqual([
      'delete pod web-2',
      'delete pod web-1',
      'delete pod web-0',
    ]);
    expect(go()).toEqual({ code: 0, log: [], err: '' });
  });

  test('hands the volumes of a renamed set over, and deletes no claim whose volume is not retained', () => {
    const go = execute(planned(set(), set({}, {}, { name: 'www' }), '-o', 'script').out, clusterOf('www'));
    const { code, log, err } = go();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(log.indexOf('scale statefulset web --replicas=0')).toBeGreaterThan(2);
    expect(log.filter((line) => line.startsWith('delete persistentvolumeclaim'))).toHaveLength(3);
    expect(log.at(-1)).toMatch(/^apply --filename /);
    expect(go()).toEqual({ code: 0, log: [], err: '' });
  });

  test('stops before it changes a claim whose class does not let volumes grow', () => {
    const go = execute(planned(set(), GROWN, '-o', 'script').out, clusterOf('web', false));
    const { code, log, err } = go();
    expect({ code, log }).toEqual({ code: 1, log: [] });
    expect(err).toContain('stopped: the storage class of data-web-0');
  });

  test('stops before it deletes the set where the API server has another objection', () => {
    const cluster = { ...clusterOf('web'), refusal: 'spec.replicas: Invalid value: -1' };
    const go = execute(planned(set(), set({ podManagementPolicy: 'Parallel' }), '-o', 'script').out, cluster);
    const { code, log } = go();
    expect({ code, log }).toEqual({ code: 1, log: [] });
  });

  test.each<[string, JsonObject, string]>([
    [
      'a smaller volume',
      set({ volumeClaimTemplates: [claimTemplate('data', '5Gi')] }),
      'No volume ever shrinks',
    ],
    ['a number below zero', set({ replicas: -1 }), 'the manifests have to be edited first'],
  ])('only says what to edit for %s', (_, wanted, text) => {
    const go = execute(planned(set(), wanted, '-o', 'script').out, clusterOf('web'));
    const { code, log, err } = go();
    expect({ code, log }).toEqual({ code: 1, log: [] });
    expect(err).toContain(text);
  });

  test.each<[string, JsonObject]>([
    ['another selector', set({ selector: { matchLabels: { app: 'web', 'a.b/c': "it's" } } })],
    ['another Service', set({ serviceName: 'other' })],
    ['another namespace', set({}, {}, { namespace: 'x' })],
    ['several at once', set({ serviceName: 'x', podManagementPolicy: 'Parallel' }, NEW_IMAGE)],
  ])('is a script that a POSIX shell takes: %s', (_, wanted) => {
    const file = path.join(folder, 'way.sh');
    writeFileSync(file, planned(set(), wanted, '-o', 'script').out);
    expect(spawnSync('sh', ['-n', file], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });
});
