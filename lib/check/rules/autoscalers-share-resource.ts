import { JudgedKind } from '../../manifests/judged-kind';
import { textOf } from '../../manifests/json';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const autoscalersShareResource: Rule<JudgedKind.VERTICAL_AUTOSCALER> = {
  code: 'AUTOSCALERS_SHARE_RESOURCE',
  severity: Severity.WARNING,
  title: 'a vertical autoscaler leaves alone what another autoscaler takes a share of',
  why: 'the one changes the request, and the other takes that for another load: they drive the number and the size of the pods away from each other',
  fix: 'limit controlledResources of the vertical autoscaler to the other resources, set its updateMode to Off, or scale by other metrics',
  kinds: [JudgedKind.VERTICAL_AUTOSCALER],
  check: (vertical, facts) => {
    const { namespace, setName } = vertical;
    const set = setName === undefined ? undefined : facts.find(JudgedKind.STATEFUL_SET, namespace, setName);
    const autoscalers = set === undefined ? [] : facts.coverage.autoscalersOf(set).objects;
    if (set === undefined || autoscalers.length === 0) {
      return NOT_APPLICABLE;
    }
    const containers = set.mainContainers.map(({ value }) => textOf(value, 'name') ?? '');
    return autoscalers.flatMap(({ name, manifest, utilizationMetrics }): readonly Fault[] => {
      const shared = utilizationMetrics.find(({ resource, container }) =>
        containers.some(
          (one) => (container === undefined || container === one) && vertical.changes(resource, one),
        ),
      );
      return shared === undefined
        ? []
        : [
            {
              path: ['spec'],
              problem: `changes what the pods of ${set.name} request of ${shared.resource}, by which the ${manifest.kind} ${name} scales`,
            },
          ];
    });
  },
};
