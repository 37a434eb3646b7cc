import { withDecodedNulls, withoutAbsentValues } from '../../../lib/manifests/defaults/absent-values';
import { type JsonObject, type JsonValue } from '../../../lib/manifests/json';

function setOf(pod: JsonObject): JsonObject {
  return { apiVersion: 'apps/v1', kind: 'StatefulSet', spec: { template: { spec: pod } } };
}

const volume = (source: JsonObject): JsonObject => setOf({ volumes: [{ name: 'v', ...source }] });

describe('an object without absent values', () => {
  test.each<[string, JsonObject, JsonObject]>([
    ['a zero of a plain field', setOf({ hostNetwork: false }), setOf({})],
    ['empty text of a plain field', setOf({ subdomain: '' }), setOf({})],
    ['a null', setOf({ securityContext: null }), setOf({})],
    ['an empty list', setOf({ tolerations: [] }), setOf({})],
    ['an empty map', setOf({ nodeSelector: {} }), setOf({})],
    ['a map of nulls', setOf({ nodeSelector: { disk: null } }), setOf({})],
    ['one null of a map', setOf({ nodeSelector: { a: '', b: null } }), setOf({ nodeSelector: { a: '' } })],
    [
      'a zero in an element of a list',
      setOf({ containers: [{ name: 'web', tty: false, ports: [{ containerPort: 80, hostPort: 0 }] }] }),
      setOf({ containers: [{ name: 'web', ports: [{ containerPort: 80 }] }] }),
    ],
    [
      'the empty selector of a Service',
      { apiVersion: 'v1', kind: 'Service', spec: { selector: {}, type: '' } },
      { apiVersion: 'v1', kind: 'Service', spec: {} },
    ],
  ])('lacks %s', (_, object, cleaned) => {
    expect(withoutAbsentValues(object)).toEqual(cleaned);
  });

  test.each<[string, JsonObject]>([
    ['a zero of a pointer', setOf({ terminationGracePeriodSeconds: 0, automountServiceAccountToken: false })],
    ['an empty object', setOf({ securityContext: {} })],
    ['an empty selector', { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', spec: { selector: {} } }],
    ['a label like a field', { ...setOf({}), metadata: { labels: { type: '', hostname: '' } } }],
    ['a volume of a CSI driver that may be written to', volume({ csi: { driver: 'd', readOnly: false } })],
    ['its empty type of file system', volume({ csi: { driver: 'd', fsType: '' } })],
  ])('keeps %s', (_, object) => {
    expect(withoutAbsentValues(object)).toEqual(object);
  });

  test('tells plain fields from pointers of the same name', () => {
    const plain = { iscsi: { iqn: 'iqn.2001-04.com.example:a', fsType: '', readOnly: false } };
    expect(withoutAbsentValues(volume(plain))).toEqual(
      volume({ iscsi: { iqn: 'iqn.2001-04.com.example:a' } }),
    );
  });

  test('knows the kinds beside sets', () => {
    const deployment = { apiVersion: 'apps/v1', kind: 'Deployment' };
    expect(
      withoutAbsentValues({ ...deployment, spec: { replicas: 0, minReadySeconds: 0, paused: false } }),
    ).toEqual({ ...deployment, spec: { replicas: 0 } });
    const config = { apiVersion: 'v1', kind: 'ConfigMap' };
    expect(withoutAbsentValues({ ...config, data: {}, binaryData: { a: null } })).toEqual(config);
  });

  test('keeps zeros and empty objects of custom resources, whose labels it knows', () => {
    const custom = { apiVersion: 'example.org/v1', kind: 'StatefulSet' };
    const spec = { type: '', nodeSelector: {}, hostNetwork: false };
    expect(
      withoutAbsentValues({ ...custom, metadata: { labels: {} }, spec: { ...spec, none: null } }),
    ).toEqual({ ...custom, metadata: {}, spec });
  });
});

test('a null in a map of a patch is the empty value of the map', () => {
  const container = (limits: JsonValue): JsonObject =>
    setOf({ containers: [{ name: 'web', resources: { limits } }], nodeSelector: { disk: null } });
  expect(withDecodedNulls(container({ cpu: null, memory: '1Gi' }))).toEqual({
    ...setOf({
      containers: [{ name: 'web', resources: { limits: { cpu: '0', memory: '1Gi' } } }],
      nodeSelector: { disk: '' },
    }),
  });
  const service = { apiVersion: 'v1', kind: 'Service', spec: { selector: { app: null } } };
  expect(withDecodedNulls(service)).toEqual({ ...service, spec: { selector: { app: '' } } });
});
