import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { type JsonObject } from '../../lib/manifests/json';
import { type PlanJson } from '../../lib/plan/report/plan-json';
import { claimTemplate, NEW_IMAGE, set } from '../plan/manifests';
import { run } from './run-program';

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
  test.each([
    ['none', [0, 0, 0, 0, 0]],
    ['in-place', [0, 1, 1, 1, 1]],
    ['rolling-restart', [0, 0, 1, 1, 1]],
    ['rejected', [0, 0, 0, 1, 1]],
    ['data-at-risk', [0, 0, 0, 0, 1]],
  ])('with --fail-on %s, ends with 1 on that effect and on worse ones', (failOn, codes) => {
    const wanted = [set(), set({ replicas: 4 }), set({}, NEW_IMAGE), GROWN, set({}, {}, { name: 'www' })];
    expect(wanted.map((one) => planned(set(), one, '--fail-on', failOn).code)).toEqual(codes);
  });

  test('an effect that there is not is refused, with the one that was probably meant', () => {
    expect(planned(set(), set(), '--fail-on', 'rolling-restrat').err).toContain(
      'did you mean rolling-restart?',
    );
  });

  test.each([
    ['sarif', '"ruleId": "CLAIM_TEMPLATE_GROWN"'],
    ['junit', '<failure type="CLAIM_TEMPLATE_GROWN"'],
    ['github', 'new.yaml,line=1,title=CLAIM_TEMPLATE_GROWN::StatefulSet web: '],
  ])('prints a plan as %s, at the line of the new file', (format, text) => {
    const { code, out, err } = planned(set(), GROWN, '-o', format);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain(text);
  });

  test('writes Jobs for server-side apply under the name of the deployer alone', () => {
    const job = ['-o', 'job', '--for', 'argocd', '--image', 'tools', '-n', 'prod', '--apply-mode', 'server'];
    const { code, out, err } = planned(set(), GROWN, ...job);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('write --field-manager NAME, such as argocd-controller');
    expect(planned(set(), GROWN, ...job, '--field-manager', 'argocd-controller').out).toContain(
      '--field-manager argocd-controller',
    );
  });

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
    expect(json.steps.map((step) => Object.keys(step))).toContainEqual(['title', 'command', 'why']);
  });

  test('says the same in text, with colours only on a terminal', () => {
    const plain = planned(set(), GROWN).out;
    expect(plain).toContain(
      'spec.volumeClaimTemplates[data].spec.resources.requests.storage [CLAIM_TEMPLATE_GROWN]',
    );
    expect(plain).toContain('1 change (1 rejected) for Kubernetes 1.37');
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

  test('writes the migration procedure as a script that applies the files that were read', () => {
    const { out } = planned(set(), GROWN, '-o', 'script');
    expect(out).toContain(`--filename ${path.join(folder, 'new.yaml')}`);
    expect(out).toContain('look_at_growth data 20Gi');
  });

  test.each<[string, readonly string[]]>([
    ['without --to', ['plan', '--from', 'a']],
    ['without --from', ['plan', '--to', 'a']],
    ['with a word too many', ['plan', '--from', 'a', '--to', 'b', 'c']],
    ['with an unknown format', ['plan', '--from', 'a', '--to', 'b', '-o', 'pdf']],
    ['with a namespace that cannot be one', ['plan', '--from', 'a', '--to', 'b', '-n', 'a b']],
    ['with an unknown version', ['plan', '--from', 'a', '--to', 'b', '--kubernetes-version', '2']],
    ['with standard input twice', ['plan', '--from', '-', '--to', '-']],
    ['with a file that is not there', ['plan', '--from', 'gone.yaml', '--to', 'gone.yaml']],
  ])('fails %s', (_, args) => {
    const { code, out, err } = run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });

  test('plans for server-side apply', () => {
    const onDelete = set({ updateStrategy: { type: 'OnDelete', rollingUpdate: null } });
    expect(planned(set(), onDelete).code).toBe(0);
    const { code, out } = planned(set(), onDelete, '--apply-mode', 'server', '-o', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ applyMode: 'server', effect: 'rejected' });
  });

  test.each([
    [['--apply-mode', 'both'], '--apply-mode both is unknown; choose client or server'],
    [['--force-conflicts'], '--force-conflicts is for server-side apply; add --apply-mode server'],
    [['--field-manager', 'flux'], '--field-manager is for server-side apply; add --apply-mode server'],
    [['--to-kubernetes-version', '1.37'], 'leave --from out'],
  ])('refuses %j', (options, problem) => {
    const { code, err } = planned(set(), set(), ...options);
    expect(code).toBe(2);
    expect(err).toContain(problem);
  });

  test('says the patch release that it plans for', () => {
    const said = planned(set(), GROWN, '-o', 'json', '--kubernetes-version', '1.34.2');
    expect(JSON.parse(said.out)).toMatchObject({ kubernetesVersion: '1.34.2' });
  });

  test('plans an upgrade of the cluster under manifests that stay', () => {
    const file = write('set.yaml', set({}, { hostUsers: false }));
    const upgrade = (...options: readonly string[]): ReturnType<typeof run> =>
      run(['plan', '--to', file, ...options]);
    const versions = ['--kubernetes-version', '1.31.4', '--to-kubernetes-version', '1.34.4'];
    const { code, out } = upgrade(...versions, '-o', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      kubernetesVersion: '1.31.4',
      toKubernetesVersion: '1.34.4',
      changes: [{ moment: 'next-apply', code: 'TEMPLATE_RESTARTS' }],
    });
    expect(upgrade(...versions).out).toContain('With the next kubectl apply of the same manifests');
    expect(upgrade(...versions, '-o', 'markdown').out).toContain('### Cluster upgrade: rolling-restart');
    expect(upgrade(...versions, '-o', 'script').err).toContain('choose text, json or markdown');
    expect(upgrade('--kubernetes-version', '1.34', '--to-kubernetes-version', '1.33').err).toContain(
      '--to-kubernetes-version 1.33 must be newer than --kubernetes-version 1.34',
    );
    expect(upgrade('--to-kubernetes-version', '1.34').err).toContain('needs --kubernetes-version');
    expect(upgrade('--to-kubernetes-version', '1.99').err).toContain('1.99 is unknown');
  });

  test('ends with 1 where the newer cluster refuses an object', () => {
    const file = write('set.yaml', set({ serviceName: 'Not_A' }));
    const versions = ['--kubernetes-version', '1.31', '--to-kubernetes-version', '1.34'];
    expect(run(['plan', '--to', file, ...versions]).code).toBe(1);
  });
});
