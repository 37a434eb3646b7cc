import { Size, Testing, type Chart } from 'cdk8s';
import { PercentOrAbsolute, Topology, Volume } from 'cdk8s-plus-28';
import { refusalCodes } from '../../lib/api/errors';
import { check } from '../../lib/check/check';
import { RULES } from '../../lib/check/rules';
import { UpdateStrategy } from '../../lib/constructs/update-strategy';
import { REFUSALS } from '../../lib/errors/refusals';
import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import type { FieldPath } from '../../lib/manifests/field-path';
import type { JsonObject, JsonValue } from '../../lib/manifests/json';
import { manifestOf } from '../../lib/manifests/manifest';
import { newChart, NGINX } from '../synthesis';
import { set } from './refused-input';

/** A fault that constructs and rules know: where a manifest has it, values of which some have it, and who is told. */
interface SharedFault {
  readonly code: string;
  readonly at: FieldPath;
  readonly values: readonly JsonValue[];
  readonly build: (chart: Chart, value: never) => unknown;
}

const SPEC = ['spec', 'template', 'spec'];
const CONTAINER = [...SPEC, 'containers', 0];
const CLAIM = ['spec', 'volumeClaimTemplates', 0];
const NAMES = ['web', 'Web', 'a_b', '-a', 'a.b', '1', 'a'.repeat(52)];
const COUNTS = [0, 1, -1, 2147483647];
const ANY_SIZE = Size.gibibytes(1);

const spreadOf = (minDomains: number, whenUnsatisfiable: string) => ({
  maxSkew: 1,
  topologyKey: 'zone',
  whenUnsatisfiable,
  minDomains,
});

const withProps =
  (...path: string[]) =>
  (chart: Chart, value: never) =>
    set(
      chart,
      path.reduceRight<object>((inner, key) => ({ [key]: inner }), value as object),
    );
const withContainer = (props: (value: never) => object) => (chart: Chart, value: never) =>
  set(chart, { containers: [{ ...NGINX, ...props(value) }] });

const SHARED: readonly SharedFault[] = [
  { code: 'SET_NAME_INVALID', at: ['metadata', 'name'], values: NAMES, build: withProps('name') },
  {
    code: 'SET_NAME_TOO_LONG',
    at: ['metadata', 'name'],
    values: ['a'.repeat(52), 'a'.repeat(53)],
    build: withProps('name'),
  },
  { code: 'NAMESPACE_INVALID', at: ['metadata', 'namespace'], values: NAMES, build: withProps('namespace') },
  { code: 'REPLICAS_INVALID', at: ['spec', 'replicas'], values: [0, 1, -1], build: withProps('replicas') },
  {
    code: 'ORDINAL_INVALID',
    at: ['spec', 'ordinals', 'start'],
    values: [0, 1, -1],
    build: withProps('firstOrdinal'),
  },
  {
    code: 'REVISION_HISTORY_LIMIT_INVALID',
    at: ['spec', 'revisionHistoryLimit'],
    values: COUNTS,
    build: withProps('revisionHistoryLimit'),
  },
  {
    code: 'LABEL_INVALID',
    at: ['metadata', 'labels'],
    values: [{ a: 'b' }, { a: '-b' }, { 'a b': 'c' }, { 'A.b/c': 'd' }],
    build: withProps('labels'),
  },
  {
    code: 'RESTART_POLICY_INVALID',
    at: [...SPEC, 'restartPolicy'],
    values: ['Always', 'Never', 'OnFailure', 'always'],
    build: withProps('restartPolicy'),
  },
  {
    code: 'VALUE_NOT_ALLOWED',
    at: ['spec', 'podManagementPolicy'],
    values: ['Parallel', 'OrderedReady', 'parallel'],
    build: withProps('podManagementPolicy'),
  },
  {
    code: 'PARTITION_INVALID',
    at: ['spec', 'updateStrategy', 'rollingUpdate', 'partition'],
    values: [0, 1, -1],
    build: (chart, partition) => set(chart, { updateStrategy: UpdateStrategy.rollingUpdate({ partition }) }),
  },
  {
    code: 'MAX_UNAVAILABLE_INVALID',
    at: ['spec', 'updateStrategy', 'rollingUpdate', 'maxUnavailable'],
    values: [1, 0, -1],
    build: (chart, value) => {
      const maxUnavailable = PercentOrAbsolute.absolute(value);
      set(chart, { updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable }) });
    },
  },
  {
    code: 'CONTAINER_NAME_INVALID',
    at: [...CONTAINER, 'name'],
    values: NAMES,
    build: withContainer((name) => ({ name })),
  },
  {
    code: 'FIELD_MISSING',
    at: [...CONTAINER, 'image'],
    values: ['nginx', ''],
    build: withContainer((image) => ({ image })),
  },
  {
    code: 'WRONG_TYPE',
    at: [...CONTAINER, 'image'],
    values: ['nginx', 5, true, {}],
    build: withContainer((image) => ({ image })),
  },
  {
    code: 'PORT_NUMBER_INVALID',
    at: [...CONTAINER, 'ports', 0, 'containerPort'],
    values: [1, 0, -1, 65535, 65536],
    build: withContainer((number) => ({ ports: [{ number }] })),
  },
  {
    code: 'PORT_NAME_INVALID',
    at: [...CONTAINER, 'ports', 0, 'name'],
    values: ['http', 'Http', '80', 'a--b', '-a', 'a'.repeat(16)],
    build: withContainer((name) => ({ ports: [{ number: 80, name }] })),
  },
  {
    code: 'MOUNT_PATH_INVALID',
    at: [...CONTAINER, 'volumeMounts', 0, 'mountPath'],
    values: ['/data', 'data', '/a:b', 'C:\\data', '/', './data'],
    build: (chart, path) => {
      const volume = Volume.fromEmptyDir(chart, 'volume', 'one');
      set(chart, { containers: [{ ...NGINX, volumeMounts: [{ path, volume }] }] });
    },
  },
  {
    code: 'MOUNT_PATH_TAKEN',
    at: [...CONTAINER, 'volumeMounts', 1, 'mountPath'],
    values: ['/data', '/mount', '/mount/', '/mount//', '/mount/x'],
    build: (chart, path) => {
      const volume = Volume.fromEmptyDir(chart, 'volume', 'one');
      const volumeMounts = [
        { path: '/mount', volume },
        { path, volume },
      ];
      set(chart, { containers: [{ ...NGINX, volumeMounts }] });
    },
  },
  {
    code: 'TOPOLOGY_SPREAD_INVALID',
    at: [...SPEC, 'topologySpreadConstraints', 0, 'maxSkew'],
    values: [1, 0, -1, 5],
    build: (chart, maxSkew) => {
      set(chart).spreadAcross(Topology.ZONE, { maxSkew });
    },
  },
  {
    code: 'TOPOLOGY_SPREAD_INVALID',
    at: [...SPEC, 'topologySpreadConstraints', 0],
    values: [spreadOf(2, 'DoNotSchedule'), spreadOf(0, 'DoNotSchedule'), spreadOf(2, 'ScheduleAnyway')],
    build: (chart, { minDomains, whenUnsatisfiable }: ReturnType<typeof spreadOf>) => {
      set(chart).spreadAcross(Topology.ZONE, { minDomains, hard: whenUnsatisfiable === 'DoNotSchedule' });
    },
  },
  {
    code: 'CLAIM_NAME_INVALID',
    at: [...CLAIM, 'metadata', 'name'],
    values: NAMES,
    build: (chart, name) => set(chart).addClaim(name, { size: ANY_SIZE }),
  },
  {
    code: 'CLAIM_SIZE_INVALID',
    at: [...CLAIM, 'spec', 'resources', 'requests', 'storage'],
    values: ['0Gi', '1Gi', '20Gi'],
    build: (chart, size) => set(chart).addClaim('data', { size: Size.gibibytes(parseInt(size, 10)) }),
  },
  {
    code: 'CLAIM_ACCESS_MODES_INVALID',
    at: [...CLAIM, 'spec', 'accessModes'],
    values: [
      ['ReadWriteOnce'],
      [],
      ['ReadWriteSometimes'],
      ['ReadWriteOncePod'],
      ['ReadWriteOncePod', 'ReadWriteMany'],
      ['ReadOnlyMany', 'ReadWriteMany'],
    ],
    build: (chart, accessModes) => set(chart).addClaim('data', { size: ANY_SIZE, accessModes }),
  },
];

/** What is wrong between several values or objects, which the tables of refusals and of rules hold each their way. */
const BETWEEN_VALUES = [
  'BUDGET_BLOCKS_DRAINS',
  'BUDGET_INVALID',
  'CONTAINERS_MISSING',
  'CONTAINER_NAME_TAKEN',
  'NAME_TAKEN',
  'PORTS_MISSING',
  'PORT_NAME_TAKEN',
  'SELECTOR_EMPTY',
  'SELECTOR_MISMATCH',
  'SERVICE_NAMESPACE_MISMATCH',
  'SERVICE_NAME_INVALID',
  'SERVICE_NOT_HEADLESS',
  'SERVICE_SHARED',
  'VOLUME_MODE_MISMATCH',
  'VOLUME_NAME_TAKEN',
];

it.each(SHARED)('$code is the same to constructs and to rules at $at', ({ code, at, values, build }) => {
  const judged = values.map((value) => ({
    value,
    refused: isRefused(code, (chart) => build(chart, value as never)),
    found: isFound(code, at, value),
  }));
  expect(judged.filter(({ refused, found }) => refused !== found)).toEqual([]);
  expect(new Set(judged.map(({ refused }) => refused)).size).toBe(2);
});

it('knows all codes that constructs and rules share', () => {
  const ruled = new Set(RULES.map(({ code }) => code));
  const shared = Object.keys(REFUSALS).filter((code) => ruled.has(code));
  expect(new Set([...SHARED.map(({ code }) => code), ...BETWEEN_VALUES])).toEqual(new Set(shared));
});

function isRefused(code: string, build: (chart: Chart) => unknown): boolean {
  const chart = newChart();
  try {
    build(chart);
    Testing.synth(chart);
    return false;
  } catch (error) {
    return (refusalCodes(error) as string[]).includes(code);
  }
}

function isFound(code: string, at: FieldPath, value: JsonValue): boolean {
  const manifest = written(at, value);
  return check([manifestOf(manifest)], RULES, KubernetesVersion.V1_37).findings.some(
    ({ rule }) => rule.code === code,
  );
}

/** A manifest that nothing is wrong with, but for one value. */
function written(at: FieldPath, value: JsonValue): JsonObject {
  const volumeMounts = ['/mount', '/other'].map((mountPath) => ({ name: 'one', mountPath }));
  const manifest: JsonObject = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web' },
    spec: {
      serviceName: 'web',
      ordinals: {},
      updateStrategy: { rollingUpdate: {} },
      selector: { matchLabels: { app: 'web' } },
      template: {
        metadata: { labels: { app: 'web' } },
        spec: {
          containers: [{ ...NGINX, ports: [{ containerPort: 80 }], volumeMounts }],
          volumes: [{ name: 'one', emptyDir: {} }],
          topologySpreadConstraints: [spreadOf(1, 'DoNotSchedule')],
        },
      },
      volumeClaimTemplates: [
        {
          metadata: { name: 'data' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
        },
      ],
    },
  };
  const parent = at.slice(0, -1).reduce<unknown>((place, key) => (place as JsonObject)[key], manifest);
  (parent as Record<string, JsonValue>)[String(at.at(-1))] = value;
  return manifest;
}
