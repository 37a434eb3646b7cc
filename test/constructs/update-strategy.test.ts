import { HorizontalPodAutoscaler, PercentOrAbsolute, StatefulSetUpdateStrategy } from 'cdk8s-plus-28';
import type { StatefulSetProps } from '../../lib/constructs/stateful-set-props';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { UpdateStrategy } from '../../lib/constructs/update-strategy';
import { refusalCodesIn } from '../../lib/errors/refusal';
import { manifestOf, newChart, NGINX } from '../synthesis';

const strategyOf = (props: StatefulSetProps): unknown => {
  const chart = newChart();
  new StatefulSet(chart, 'web', { containers: [NGINX], ...props });
  return (manifestOf(chart, 'StatefulSet').spec as { updateStrategy?: unknown }).updateStrategy;
};

it('leaves the strategy to the API server where none is given', () => {
  expect(strategyOf({})).toBeUndefined();
});

it('updates one pod after the other, above a partition', () => {
  expect(strategyOf({ updateStrategy: UpdateStrategy.rollingUpdate() })).toEqual({
    type: 'RollingUpdate',
    rollingUpdate: { partition: 0 },
  });
  expect(strategyOf({ updateStrategy: UpdateStrategy.rollingUpdate({ partition: 2 }) })).toEqual({
    type: 'RollingUpdate',
    rollingUpdate: { partition: 2 },
  });
});

it.each([
  [PercentOrAbsolute.absolute(2), 2],
  [PercentOrAbsolute.percent(25), '25%'],
])('writes a number or a percentage of unavailable pods', (maxUnavailable, written) => {
  expect(strategyOf({ updateStrategy: UpdateStrategy.rollingUpdate({ maxUnavailable }) })).toEqual({
    type: 'RollingUpdate',
    rollingUpdate: { partition: 0, maxUnavailable: written },
  });
});

const absolute = (pods: number): PercentOrAbsolute => PercentOrAbsolute.absolute(pods);
const percent = (share: number): PercentOrAbsolute => PercentOrAbsolute.percent(share);

it.each([
  [3, absolute(1), 2],
  [3, absolute(3), 0],
  [undefined, absolute(1), 0],
  [5, percent(1), 4],
  [5, percent(40), 3],
  [5, percent(50), 2],
  [5, percent(100), 0],
])(
  'of %j replicas, a canary of %j leaves out the first %i, whatever the first ordinal',
  (replicas, pods, partition) => {
    expect(strategyOf({ replicas, firstOrdinal: 5, updateStrategy: UpdateStrategy.canary(pods) })).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { partition },
    });
  },
);

it('refuses a canary as soon as an autoscaler counts the pods', () => {
  const updateStrategy = UpdateStrategy.canary(percent(50));
  const web = new StatefulSet(newChart(), 'web', { replicas: 4, containers: [NGINX], updateStrategy });
  expect(web.node.validate()).toEqual([]);
  new HorizontalPodAutoscaler(web, 'autoscaler', { target: web, maxReplicas: 9 });
  expect(refusalCodesIn(web.node.validate().join('\n'))).toEqual(['CANARY_SIZE_UNKNOWN']);
});

it('writes no rollingUpdate beside OnDelete, which the API server would refuse', () => {
  expect(strategyOf({ updateStrategy: UpdateStrategy.onDelete() })).toEqual({ type: 'OnDelete' });
});

it('takes a strategy of cdk8s-plus', () => {
  expect(strategyOf({ strategy: StatefulSetUpdateStrategy.rollingUpdate({ partition: 1 }) })).toEqual({
    type: 'RollingUpdate',
    rollingUpdate: { partition: 1 },
  });
});
