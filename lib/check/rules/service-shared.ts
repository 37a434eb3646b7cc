import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/judged-kind';
import { SET_PATHS } from '../../manifests/views/set-view';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const serviceShared: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'SERVICE_SHARED',
  severity: Severity.WARNING,
  title: REFUSALS.SERVICE_SHARED.rule,
  why: 'the name of the Service then resolves to the pods of every set that it selects, and clients reach the wrong set',
  fix: 'give each set a headless Service of its own',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { governingServices }) => {
    const { serviceName } = set;
    if (serviceName === undefined) {
      return NOT_APPLICABLE;
    }
    const other = governingServices.otherSetOf(set);
    return other === undefined
      ? []
      : [
          {
            path: SET_PATHS.serviceName,
            problem: `is also the governing Service of ${other.manifest.name ?? 'another set'}`,
            value: serviceName,
          },
        ];
  },
};
