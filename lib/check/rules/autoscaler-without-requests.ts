import { amountsOf } from '../../manifests/pod-requests';
import { JudgedKind } from '../../manifests/judged-kind';
import { textOf } from '../../manifests/json';
import { type AutoscalerView, type UtilizationMetric } from '../../manifests/views/autoscaler-view';
import { SET_PATHS, type SetView } from '../../manifests/views/set-view';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const autoscalerWithoutRequests: Rule<JudgedKind.AUTOSCALER | JudgedKind.SCALED_OBJECT> = {
  code: 'AUTOSCALER_WITHOUT_REQUESTS',
  severity: Severity.WARNING,
  title: 'containers request the resource that an autoscaler takes a share of',
  why: 'the autoscaler cannot tell the share of a request that is not there, and never scales; only a LimitRange of the namespace could add the request',
  fix: 'give every container of the pods a request for the resource, or scale by an average value',
  kinds: [JudgedKind.AUTOSCALER, JudgedKind.SCALED_OBJECT],
  check: (autoscaler: AutoscalerView, facts) => {
    const { namespace, setName, utilizationMetrics } = autoscaler;
    const set = setName === undefined ? undefined : facts.find(JudgedKind.STATEFUL_SET, namespace, setName);
    const judged = utilizationMetrics.filter(
      ({ resource }) => set !== undefined && isLeftToContainers(set, resource),
    );
    return set === undefined || judged.length === 0 || facts.coverage.verticalAutoscalersOf(set).length > 0
      ? NOT_APPLICABLE
      : judged.flatMap((metric) => faultsOf(metric, set));
  },
};

function faultsOf({ path, resource, container: only }: UtilizationMetric, set: SetView): readonly Fault[] {
  const without = set.mainContainers.find(
    (container) =>
      (only === undefined || textOf(container.value, 'name') === only) &&
      // A limit is the request where no other one is given.
      !(['requests', 'limits'] as const).some((field) => amountsOf(container, field).has(resource)),
  );
  const name = without && (textOf(without.value, 'name') ?? '');
  return name === undefined
    ? []
    : [
        {
          path,
          problem: `takes a share of what pods request of ${resource}, and ${name} of ${set.name} requests none`,
        },
      ];
}

/** Whether the pod itself requests none: what it requests counts for all its containers. */
function isLeftToContainers(set: SetView, resource: string): boolean {
  const pod = set.written(SET_PATHS.podSpec);
  return (
    !(['requests', 'limits'] as const).some(
      (field) => set.written([...SET_PATHS.podSpec, 'resources', field, resource]) !== undefined,
    ) && pod !== undefined
  );
}
