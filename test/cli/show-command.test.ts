import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { type JsonObject } from '../../lib/manifests/json';
import { type Overview } from '../../lib/show/overview';
import { claimTemplate, service, set } from '../plan/manifests';
import { run } from './run-program';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'show-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const CLIENT = service({ clusterIP: null, ports: [{ port: 80, name: 'http' }] }, 'web-client');
const ADMIN = service(
  {
    clusterIP: null,
    type: 'LoadBalancer',
    selector: { app: 'web', 'statefulset.kubernetes.io/pod-name': 'web-1' },
  },
  'web-1-admin',
);
const OTHER = service({ selector: { app: 'other' } }, 'other');
const POD: JsonObject = {
  containers: [
    { name: 'web', image: 'nginx:1.27', resources: { requests: { cpu: '250m', memory: '256Mi' } } },
    { name: 'side', image: 'side:1', resources: { limits: { memory: '256Mi' } } },
  ],
};

function show(objects: readonly JsonObject[], ...options: readonly string[]): string {
  const file = path.join(folder, 'web.yaml');
  writeFileSync(file, objects.map((object) => JSON.stringify(object)).join('\n---\n'));
  const { code, out, err } = run(['show', file, ...options]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

function overview(objects: readonly JsonObject[], ...options: readonly string[]): Overview {
  return JSON.parse(show(objects, '-o', 'json', ...options)) as Overview;
}

describe('cdk8s-stateful show', () => {
  test('tells the pods in the order of their creation, with DNS names and claims', () => {
    const { sets } = overview([set({ replicas: 2, ordinals: { start: 3 } }), service()], '-n', 'prod');
    expect(sets).toMatchObject([
      {
        object: 'StatefulSet prod/web',
        replicas: 2,
        isOrdered: true,
        pods: [
          {
            name: 'web-3',
            dnsName: 'web-3.web.prod.svc.cluster.local',
            claims: [{ name: 'data-web-3', storage: '10Gi' }],
          },
          { name: 'web-4' },
        ],
      },
    ]);
  });

  test('tells the Services that lead to the pods, and what each is for', () => {
    const [{ services }] = overview([OTHER, ADMIN, CLIENT, service(), set()]).sets;
    expect(services).toMatchObject([
      { name: 'web', role: 'governing', isHeadless: true, dnsName: 'web.default.svc.cluster.local' },
      {
        name: 'web-client',
        role: 'client',
        type: 'ClusterIP',
        ports: [{ name: 'http', port: 80, protocol: 'TCP' }],
      },
      { name: 'web-1-admin', role: 'pod', pod: 'web-1', type: 'LoadBalancer' },
    ]);
  });

  test('gives pods no DNS name where no headless Service governs them', () => {
    const [{ pods }] = overview([set(), service({ clusterIP: '10.0.0.1' })]).sets;
    expect(pods.every(({ dnsName }) => dnsName === undefined)).toBe(true);
    expect(show([set()])).toContain('no headless Service governs the set');
  });

  test('adds up what all pods ask for, limits for requests that are not given', () => {
    const claims = [claimTemplate('data', '1.5Gi'), claimTemplate('logs', '512Mi')];
    const [{ totals }] = overview([set({ volumeClaimTemplates: claims }, POD)]).sets;
    expect(totals).toEqual({ storage: '6Gi', requests: { cpu: '750m', memory: '1536Mi' } });
  });

  test.each<[string, JsonObject, readonly string[]]>([
    ['by default from the last to the first', {}, ['web-2', 'web-1', 'web-0']],
    ['with a partition', { updateStrategy: { rollingUpdate: { partition: 2 } } }, ['web-2']],
    ['with OnDelete', { updateStrategy: { type: 'OnDelete' } }, []],
  ])('tells the order of updates %s', (_, spec, pods) => {
    expect(overview([set(spec)]).sets[0].update.pods).toEqual(pods);
  });

  test('prints a table that people read', () => {
    expect(show([set({ replicas: 1 }, POD), service()], '-n', 'prod')).toBe(
      [
        'StatefulSet prod/web  1 pod, created one by one',
        '  POD    DNS NAME                          CLAIMS',
        '  web-0  web-0.web.prod.svc.cluster.local  data-web-0 (10Gi)',
        '',
        '  SERVICE  WHAT IT IS                DNS NAME                    PORTS',
        '  web      headless, names the pods  web.prod.svc.cluster.local  80',
        '',
        '  Updates replace web-0: one by one, each when the one before is ready',
        '  All pods together ask for storage 10Gi, cpu 250m, memory 512Mi',
        '',
      ].join('\n'),
    );
  });

  test('prints the same as Markdown', () => {
    const out = show([set(), service()], '-o', 'markdown');
    expect(out.split('\n').filter((line) => line.startsWith('| web-'))).toHaveLength(3);
  });

  test('draws at most eight pods, and says how many more there are', () => {
    const objects = [set({ replicas: 12 }), service(), CLIENT, ADMIN];
    const mermaid = show(objects, '-o', 'mermaid');
    expect(mermaid.startsWith('flowchart TB\n')).toBe(true);
    expect(mermaid.match(/\["web-\d+"\]/g)).toHaveLength(8);
    expect(mermaid).toContain('["4 more"]');
    const svg = show(objects, '-o', 'svg');
    expect(svg.match(/>web-\d+</g)).toHaveLength(8);
    expect(svg).toContain('>4 more<');
    expect(svg).toContain('>clients<');
  });

  test('draws names as text, whatever they hold', () => {
    const odd = set({}, {}, { name: '<b>"&#\'' });
    expect(show([odd], '-o', 'svg')).not.toContain('<b>');
    expect(show([odd], '-o', 'mermaid')).not.toMatch(/<b>|"&/);
  });

  test.each(['text', 'json', 'markdown', 'mermaid', 'svg'])('takes input without sets: %s', (format) => {
    expect(show([service()], '-o', format)).not.toBe('');
  });

  test.each([
    ['an unknown format', ['show', '-', '-o', 'png']],
    ['a path that is not there', ['show', 'gone.yaml']],
  ])('fails on %s', (_, args) => {
    const { code, out, err } = run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });
});
