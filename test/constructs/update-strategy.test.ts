import { PercentOrAbsolute, StatefulSetUpdateStrategy } from 'cdk8s-plus-28';
import type { StatefulSetProps } from '../../lib/constructs/stateful-set-props';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { UpdateStrategy } from '../../lib/constructs/update-strategy';
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

it.each([
  [3, 1, 2],
  [3, 3, 0],
  [3, 0, 3],
  [undefined, 1, 0],
])(
  'of %j replicas, a canary of %i leaves out the first %i, whatever the first ordinal',
  (replicas, pods, partition) => {
    expect(strategyOf({ replicas, firstOrdinal: 5, updateStrategy: UpdateStrategy.canary(pods) })).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { partition },
    });
  },
);

it('writes no rollingUpdate beside OnDelete, which the API server would refuse', () => {
  expect(strategyOf({ updateStrategy: UpdateStrategy.onDelete() })).toEqual({ type: 'OnDelete' });
});

it('takes a strategy of cdk8s-plus', () => {
  expect(strategyOf({ strategy: StatefulSetUpdateStrategy.rollingUpdate({ partition: 1 }) })).toEqual({
    type: 'RollingUpdate',
    rollingUpdate: { partition: 1 },
  });
});
