import { type JsonObject } from '../../lib/manifests/json';
import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { essence, liveClaim, planOf, service } from './manifests';

describe('a change of another object', () => {
  const claim = (spec: JsonObject): JsonObject => ({
    ...liveClaim('data-web-0'),
    spec: { ...(liveClaim('data-web-0').spec as JsonObject), ...spec },
  });
  const sized = (storage: string): JsonObject => claim({ resources: { requests: { storage } } });
  const unbound = (phase: string | undefined): JsonObject => ({
    ...claim({ volumeName: null }),
    status: phase === undefined ? {} : { phase },
  });
  const data = (kind: string, value: string, immutable: boolean): JsonObject => ({
    apiVersion: 'v1',
    kind,
    metadata: { name: 'conf' },
    immutable,
    data: { key: value },
  });

  test.each<[string, JsonObject, JsonObject, readonly string[]]>([
    [
      'the ports of a Service',
      service(),
      service({ ports: [{ port: 80, name: 'http' }] }),
      ['spec.ports[80].name in-place SERVICE_CHANGED'],
    ],
    [
      'a Service that becomes headless',
      service({ clusterIP: '10.0.0.1' }),
      service(),
      ['spec.clusterIP rejected CLUSTER_IP_IMMUTABLE'],
    ],
    ['a Service whose address is no longer written', service(), service({ clusterIP: null }), []],
    [
      'a headless Service that is exposed',
      service(),
      service({ type: 'LoadBalancer' }),
      [
        'spec.allocateLoadBalancerNodePorts in-place SERVICE_CHANGED',
        'spec.clusterIP rejected SERVICE_FIELD_MISPLACED',
        'spec.externalTrafficPolicy in-place SERVICE_CHANGED',
        'spec.type rejected HEADLESS_SERVICE_EXPOSED',
      ],
    ],
    [
      'the first address family of a Service',
      service({ ipFamilies: ['IPv4'] }),
      service({ ipFamilies: ['IPv6'] }),
      ['spec.ipFamilies rejected IP_FAMILY_IMMUTABLE'],
    ],
    [
      'a claim that grows',
      sized('10Gi'),
      sized('20Gi'),
      ['spec.resources.requests.storage in-place CLAIM_GROWN'],
    ],
    [
      'a claim that shrinks',
      sized('10Gi'),
      sized('5Gi'),
      ['spec.resources.requests.storage rejected CLAIM_SHRUNK'],
    ],
    [
      'a claim of another class',
      sized('10Gi'),
      claim({ storageClassName: 'fast' }),
      ['spec.storageClassName rejected CLAIM_IMMUTABLE'],
    ],
    [
      'a claim without a volume that grows',
      { ...sized('10Gi'), status: { phase: 'Pending' } },
      sized('20Gi'),
      ['spec.resources.requests.storage rejected CLAIM_UNBOUND'],
    ],
    [
      'a claim that is given a volume, while nobody knows whether it has one',
      unbound(undefined),
      claim({ volumeName: 'pv' }),
      ['spec.volumeName rejected CLAIM_VOLUME_IMMUTABLE'],
    ],
    [
      'a claim that waits, and is given a volume',
      unbound('Pending'),
      claim({ volumeName: 'pv' }),
      ['spec.volumeName in-place CLAIM_VOLUME_GIVEN'],
    ],
    [
      'a claim without a class that is given one',
      claim({ storageClassName: null }),
      sized('10Gi'),
      ['spec.storageClassName in-place CLAIM_CLASS_GIVEN'],
    ],
    [
      'the volume of a claim',
      claim({ volumeName: 'old' }),
      claim({ volumeName: 'new' }),
      ['spec.volumeName rejected CLAIM_IMMUTABLE'],
    ],
    [
      'the affinity of a Service that goes, with its settings left behind',
      service({ sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 9 } } }),
      service({ sessionAffinity: 'None', sessionAffinityConfig: { clientIP: { timeoutSeconds: 9 } } }),
      [
        'spec.sessionAffinity in-place SERVICE_CHANGED',
        'spec.sessionAffinityConfig in-place SERVICE_CHANGED',
      ],
    ],
    ['an empty selector of a Service', service({ selector: null }), service({ selector: {} }), []],
    [
      'a ConfigMap',
      data('ConfigMap', 'a', false),
      data('ConfigMap', 'b', false),
      ['data.key in-place DATA_CHANGED'],
    ],
    [
      'an immutable ConfigMap',
      data('ConfigMap', 'a', true),
      data('ConfigMap', 'b', true),
      ['data.key rejected DATA_IMMUTABLE'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(essence(planOf([before], [after]).changes)).toEqual(expected);
  });

  test('another class of attributes of a claim, since 1.34', () => {
    const codes = [KubernetesVersion.V1_33, KubernetesVersion.V1_34].map((version) =>
      essence(planOf([sized('10Gi')], [claim({ volumeAttributesClassName: 'gold' })], { version }).changes),
    );
    expect(codes).toEqual([
      ['spec.volumeAttributesClassName none FIELD_DROPPED'],
      ['spec.volumeAttributesClassName in-place CLAIM_CLASS_CHANGED'],
    ]);
  });

  test('a claim that shrinks back to what its volume has not reached, since 1.32', () => {
    const failed = { ...sized('20Gi'), status: { phase: 'Bound', capacity: { storage: '10Gi' } } };
    const changes = [KubernetesVersion.V1_31, KubernetesVersion.V1_32].map((version) =>
      essence(planOf([failed], [sized('15Gi')], { version }).changes),
    );
    expect(changes).toEqual([
      ['spec.resources.requests.storage rejected CLAIM_SHRUNK'],
      ['spec.resources.requests.storage in-place CLAIM_GROWTH_REDUCED'],
    ]);
  });

  test('never shows what is in a Secret', () => {
    const plan = planOf([data('Secret', 'aHVudGVyMg==', false)], [data('Secret', 'c2VjcmV0', false)]);
    expect(essence(plan.changes)).toEqual(['data.key in-place DATA_CHANGED']);
    expect(JSON.stringify(plan)).not.toMatch(/aHVudGVyMg|c2VjcmV0/);
  });
});
