import { invalid, type Refusal } from './errors/refusal';
import { countProblem } from './kubernetes/counts';
import { isEmptySelector, unmetRequirements, type LabelSelectorTerms } from './kubernetes/label-selector';
import { dnsLabelProblem, setNameLengthProblem } from './kubernetes/name-rules';
import type { StatefulSetProps } from './stateful-set';

/** What is wrong with the properties of a set, whatever else the app holds. */
export function propsRefusals(
  name: string,
  namespace: string | undefined,
  props: StatefulSetProps,
): (Refusal | undefined)[] {
  return [
    // The length comes first: it is the rule that nobody knows.
    invalid('SET_NAME_TOO_LONG', 'name', name, setNameLengthProblem),
    invalid('SET_NAME_INVALID', 'name', name, dnsLabelProblem),
    invalid('NAMESPACE_INVALID', 'namespace', namespace, dnsLabelProblem),
    invalid('REPLICAS_INVALID', 'replicas', props.replicas, countProblem),
    invalid('ORDINAL_INVALID', 'firstOrdinal', props.firstOrdinal, countProblem),
    ambiguousService(props),
  ];
}

function ambiguousService({ service, serviceName, headlessService }: StatefulSetProps): Refusal | undefined {
  return service !== undefined && (serviceName !== undefined || headlessService !== undefined)
    ? {
        code: 'SERVICE_AMBIGUOUS',
        subject: 'service',
        problem: "must not be given beside 'serviceName' or 'headlessService'",
      }
    : undefined;
}

/** What is wrong between the selector of a set and the labels of its pods. */
export function selectorRefusals(
  selector: LabelSelectorTerms,
  labels: Readonly<Record<string, string>>,
): Refusal[] {
  if (isEmptySelector(selector)) {
    return [{ code: 'SELECTOR_EMPTY', subject: 'selector', problem: 'must not be empty' }];
  }
  const unmet = unmetRequirements(selector, labels);
  return unmet.length === 0
    ? []
    : [
        {
          code: 'SELECTOR_MISMATCH',
          subject: 'selector',
          problem: `must match the labels of the pods, which lack ${unmet.join(', ')}`,
          value: labels,
        },
      ];
}
