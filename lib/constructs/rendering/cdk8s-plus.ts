/**
 * Everything that this library uses of cdk8s-plus-28 beyond its public API, in one place. These methods are marked
 * internal there and may change with a release; test/cdk8s-plus.test.ts fails when they do.
 */
import type * as kplus from 'cdk8s-plus-28';
import type { PodSpec, StatefulSetUpdateStrategy } from '../../../imports/k8s';

/** The pod of a workload as cdk8s-plus-28 renders it. */
export function renderPodSpec(workload: kplus.Workload): PodSpec {
  // Both are generated from the same definitions; only the private members of their IntOrString classes differ.
  return workload._toPodSpec();
}

/** Runs a function before each rendering of a volume, which a pod does that mounts it. */
export function beforeRendering(volume: kplus.Volume, run: () => void): void {
  const render = volume._toKube.bind(volume);
  volume._toKube = () => {
    run();
    return render();
  };
}

/** An update strategy of cdk8s-plus-28, as code that moved over from there gives it. */
export function renderUpdateStrategy(strategy: kplus.StatefulSetUpdateStrategy): StatefulSetUpdateStrategy {
  return strategy._toKube();
}
