import { StatefulSet } from '../../lib/constructs/stateful-set';
import type { PodOptions } from '../../lib/constructs/pod-options';
import type { JsonObject } from '../../lib/manifests/json';
import { newChart, NGINX, podOf } from '../synthesis';

const podWith = (pod: PodOptions): JsonObject => {
  const chart = newChart();
  new StatefulSet(chart, 'web', { containers: [NGINX], securityContext: { fsGroup: 5 }, pod });
  return podOf(chart);
};

it('tells the pod what cdk8s-plus cannot', () => {
  expect(podWith({ priorityClassName: 'high', hostUsers: false, enableServiceLinks: false })).toMatchObject({
    priorityClassName: 'high',
    hostUsers: false,
    enableServiceLinks: false,
  });
});

it('spells the namespaces of the node as the API does', () => {
  expect(podWith({ hostPid: true, hostIpc: true })).toMatchObject({ hostPID: true, hostIPC: true });
});

it('adds supplemental groups to what the security context says already', () => {
  expect(podWith({ supplementalGroups: [7] }).securityContext).toEqual({
    runAsNonRoot: true,
    fsGroup: 5,
    fsGroupChangePolicy: 'OnRootMismatch',
    supplementalGroups: [7],
  });
});

it('writes readiness gates as conditions', () => {
  expect(podWith({ readinessGates: ['example.org/ready'] }).readinessGates).toEqual([
    { conditionType: 'example.org/ready' },
  ]);
});
