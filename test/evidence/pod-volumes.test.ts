import { Size } from 'cdk8s';
import { Volume } from 'cdk8s-plus-28';
import { StatefulSet } from '../../lib';
import { newChart, NGINX, podOf } from '../synthesis';

/** The names of the volumes of a pod, and of those that its containers mount. */
function volumesOf(build: (set: StatefulSet) => void): { volumes: string[]; mounted: string[] } {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', {});
  const container = set.addContainer(NGINX);
  container.mount('/cache', Volume.fromEmptyDir(chart, 'Cache', 'cache'));
  build(set);
  const pod = podOf(chart) as {
    containers: { volumeMounts: { name: string }[] }[];
    volumes?: { name: string }[];
  };
  return {
    volumes: (pod.volumes ?? []).map(({ name }) => name),
    mounted: pod.containers.flatMap(({ volumeMounts }) => volumeMounts.map(({ name }) => name)),
  };
}

// cdk8s-plus-31 to -34 lose the volumes of their own sets; this suite runs with the newest of them too.
it('keeps a volume that is mounted by a set without claim templates', () => {
  expect(volumesOf(() => undefined)).toEqual({ volumes: ['cache'], mounted: ['cache'] });
});

it('keeps a volume that is mounted beside a claim template, which is none of the volumes', () => {
  const addClaim = (set: StatefulSet): void => {
    set.containers[0].mount('/data', set.addClaim('data', { size: Size.gibibytes(1) }));
  };
  expect(volumesOf(addClaim)).toEqual({ volumes: ['cache'], mounted: ['cache', 'data'] });
});
