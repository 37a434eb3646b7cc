import fc from 'fast-check';
import { decoded } from '../../lib/manifests/decoded';
import { pathText } from '../../lib/manifests/field-path';
import { type JsonValue } from '../../lib/manifests/json';
import { manifestOf } from '../../lib/manifests/manifest';
import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';

function faultsOf(spec: JsonValue, apiVersion = 'apps/v1', kind = 'StatefulSet') {
  const { unknownFields, wrongTypes } = decoded(
    manifestOf({ apiVersion, kind, metadata: { name: 'web' }, spec }),
    KubernetesVersion.V1_28,
  );
  return {
    unknown: unknownFields.map(({ path }) => pathText(path)),
    wrong: wrongTypes.map(({ path }) => pathText(path)),
  };
}

const container = (fields: JsonValue) => ({ template: { spec: { containers: [fields] } } });
const AT = 'spec.template.spec.containers[0]';

describe('the faults of a decoded manifest', () => {
  test.each<[JsonValue, string[]]>([
    [{ replicas: 3 }, []],
    [{ replicas: null }, []],
    [{ replicas: '3' }, ['spec.replicas']],
    [{ replicas: 1.5 }, ['spec.replicas']],
    [{ replicas: 2 ** 31 }, ['spec.replicas']],
    [{ replicas: -(2 ** 31) }, []],
    [{ serviceName: 5 }, ['spec.serviceName']],
    [{ serviceName: true }, ['spec.serviceName']],
    [{ volumeClaimTemplates: {} }, ['spec.volumeClaimTemplates']],
    [{ template: [] }, ['spec.template']],
    [{ template: '' }, ['spec.template']],
    [
      { template: { metadata: { labels: { a: 1, b: null } } } },
      ['spec.template.metadata.labels[0]'.replace('[0]', '.a')],
    ],
    [
      { template: { metadata: { creationTimestamp: '2024-01-01' } } },
      ['spec.template.metadata.creationTimestamp'],
    ],
    [{ template: { metadata: { creationTimestamp: '2024-01-01T00:00:00+01:00' } } }, []],
    [container({ tty: 'true' }), [`${AT}.tty`]],
    [container({ resources: { limits: { cpu: 0.5, memory: '1Gi' } } }), []],
    [container({ resources: { limits: { cpu: '1 core' } } }), [`${AT}.resources.limits.cpu`]],
    [container({ resources: { limits: { cpu: true } } }), [`${AT}.resources.limits.cpu`]],
    [container({ livenessProbe: { tcpSocket: { port: 'http' } } }), []],
    [container({ livenessProbe: { tcpSocket: { port: true } } }), [`${AT}.livenessProbe.tcpSocket.port`]],
    [container({ command: 'sh' }), [`${AT}.command`]],
    [{ template: { spec: { securityContext: { runAsUser: 2 ** 40 } } } }, []],
  ])('%j has values of wrong types at %j', (spec, paths) => {
    expect(faultsOf(spec)).toEqual({ unknown: [], wrong: paths });
  });

  test('unknown fields are found at any depth, with their case', () => {
    expect(
      faultsOf({ Replicas: 1, ...container({ ports: [{ containerport: 80 }], x: {} }) }).unknown,
    ).toEqual(['spec.Replicas', `${AT}.ports[0].containerport`, `${AT}.x`]);
  });

  test('kinds that are not known have no faults', () => {
    expect(faultsOf({ anything: 1 }, 'example.org/v1', 'StatefulSet')).toEqual({ unknown: [], wrong: [] });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (spec) => {
        expect(faultsOf(spec as JsonValue).unknown.every((path) => path.startsWith('spec'))).toBe(true);
      }),
    );
  });
});

describe('the objects of a decoded manifest', () => {
  const set = manifestOf({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web' },
    spec: {
      template: { spec: { containers: [{ name: 'a', ports: [null, { containerPort: 1 }] }, 'none', null] } },
      volumeClaimTemplates: [{ metadata: { name: 'data' }, status: { conditions: [{ type: 'Resizing' }] } }],
    },
    status: { conditions: [{ type: 'Ready' }] },
  });
  const pathsOf = (type: string): readonly string[] =>
    (decoded(set, KubernetesVersion.V1_34).objects.get(type) ?? []).map(({ path }) => pathText(path));

  test('stand by their types, each with its path, in the order of the manifest', () => {
    expect(pathsOf('ObjectMeta')).toEqual(['metadata', 'spec.volumeClaimTemplates[0].metadata']);
    expect(pathsOf('StatefulSet')).toEqual(['']);
  });

  test('an item that is null is an empty object, and one of a wrong type is none', () => {
    expect(pathsOf('Container')).toEqual([
      'spec.template.spec.containers[0]',
      'spec.template.spec.containers[2]',
    ]);
    expect(decoded(set, KubernetesVersion.V1_34).objects.get('ContainerPort')).toEqual([
      { path: ['spec', 'template', 'spec', 'containers', 0, 'ports', 0], value: {} },
      { path: ['spec', 'template', 'spec', 'containers', 0, 'ports', 1], value: { containerPort: 1 } },
    ]);
  });

  test('what a status holds is left out, at any depth, and its faults are found all the same', () => {
    expect(pathsOf('StatefulSetCondition')).toEqual([]);
    expect(pathsOf('PersistentVolumeClaimCondition')).toEqual([]);
    const wrong = manifestOf({ apiVersion: 'apps/v1', kind: 'StatefulSet', status: { replicas: 'x', y: 1 } });
    const { unknownFields, wrongTypes } = decoded(wrong, KubernetesVersion.V1_34);
    expect([...unknownFields, ...wrongTypes].map(({ path }) => pathText(path))).toEqual([
      'status.y',
      'status.replicas',
    ]);
  });
});
