import { type JsonObject } from '../../../lib/manifests/json';
import { planOf, service } from '../manifests';

describe('a Service whose update is refused', () => {
  test('is recreated where it becomes headless', () => {
    const { migration, steps } = planOf([service({ clusterIP: '10.0.0.1' })], [service()]);
    expect(migration?.procedures.map(({ replaced }) => replaced)).toEqual(['service/web']);
    expect(steps.map(({ title }) => title)).toEqual([
      'Keep a copy of the Service web',
      'Delete the Service web',
      'Apply the new manifests',
    ]);
  });

  test.each<[string, JsonObject, JsonObject]>([
    ['asks for an address of its own', {}, { clusterIP: '10.0.0.9' }],
    [
      'has ports on the nodes',
      { clusterIP: '10.0.0.1', type: 'NodePort' },
      { clusterIP: '10.0.0.2', type: 'NodePort' },
    ],
    [
      'has an address outside of the cluster',
      { clusterIP: '10.0.0.1', type: 'LoadBalancer' },
      { clusterIP: '10.0.0.2', type: 'LoadBalancer' },
    ],
  ])('is left to a person where it %s', (_, old, wanted) => {
    const { migration, steps } = planOf([service(old)], [service(wanted)]);
    expect(migration).toBeUndefined();
    expect(steps[0].title).toContain('Put a second Service beside web');
    expect(steps.map(({ command }) => command)).toEqual(steps.map(() => ''));
  });
});
