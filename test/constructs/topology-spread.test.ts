import { Topology } from 'cdk8s-plus-28';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { NodeInclusionPolicy } from '../../lib/constructs/topology-spread';
import { newChart, NGINX, podOf } from '../synthesis';

it('spreads softly over zones and hard over hosts, with all that Kubernetes takes', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', { containers: [NGINX], selector: { app: 'web' } });
  set.spreadAcross(Topology.ZONE);
  set.spreadAcross(Topology.HOSTNAME, {
    hard: true,
    maxSkew: 2,
    minDomains: 3,
    nodeAffinityPolicy: NodeInclusionPolicy.HONOR,
    nodeTaintsPolicy: NodeInclusionPolicy.IGNORE,
    matchLabelKeys: ['controller-revision-hash'],
  });
  const labelSelector = { matchLabels: { app: 'web' } };
  expect(podOf(chart).topologySpreadConstraints).toEqual([
    {
      topologyKey: 'topology.kubernetes.io/zone',
      whenUnsatisfiable: 'ScheduleAnyway',
      maxSkew: 1,
      labelSelector,
    },
    {
      topologyKey: 'kubernetes.io/hostname',
      whenUnsatisfiable: 'DoNotSchedule',
      maxSkew: 2,
      minDomains: 3,
      nodeAffinityPolicy: 'Honor',
      nodeTaintsPolicy: 'Ignore',
      matchLabelKeys: ['controller-revision-hash'],
      labelSelector,
    },
  ]);
});

it('separates pods softly or hard from those of their own set by the scheduling of cdk8s-plus', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', { containers: [NGINX], selector: { app: 'web' } });
  set.scheduling.spread({ topology: Topology.HOSTNAME, weight: 100 });
  expect(podOf(chart).affinity).toEqual({
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        {
          weight: 100,
          podAffinityTerm: {
            topologyKey: 'kubernetes.io/hostname',
            labelSelector: { matchLabels: { app: 'web' } },
          },
        },
      ],
    },
  });
});
