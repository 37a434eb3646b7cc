import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

const ZONE_KEYS: readonly string[] = [
  'topology.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/zone',
];

export const hardSpreadBlocksOrder: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'HARD_SPREAD_BLOCKS_ORDER',
  severity: Severity.WARNING,
  title: 'pods with volumes that start in order are not forced to spread over zones',
  why: 'a volume binds its pod to one zone: a pod that finds no node there holds up every pod after it, and the rollout',
  fix: 'use whenUnsatisfiable: ScheduleAnyway, or podManagementPolicy: Parallel',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const spreads = set.typed.ofType('TopologySpreadConstraint');
    if (spreads.length === 0 || !set.isOrdered || set.claimTemplates.length === 0) {
      return NOT_APPLICABLE;
    }
    return spreads
      .filter(
        ({ value }) =>
          textOf(value, 'whenUnsatisfiable') === 'DoNotSchedule' &&
          ZONE_KEYS.includes(textOf(value, 'topologyKey') ?? ''),
      )
      .map(({ path }): Fault => ({
        path: [...path, 'whenUnsatisfiable'],
        problem: 'must not be DoNotSchedule for zones while pods are created in order',
      }));
  },
};
