import type { ApiObjectMetadataDefinition } from 'cdk8s';
import { renderUpdateStrategy } from './rendering/cdk8s-plus';
import { invalid, type Refusal } from '../errors/refusal';
import { countProblem, replicasTooManyProblem } from '../kubernetes/counts';
import { isEmptySelector, unmetRequirements, type LabelSelectorTerms } from '../kubernetes/label-selector';
import {
  dnsLabelProblem,
  labelKeyProblem,
  labelValueProblem,
  serviceNameProblem,
  setNameLengthProblem,
} from '../kubernetes/name-rules';
import { setRestartPolicyProblem } from '../kubernetes/pod-rules';
import type { SetIdentity } from './set-identity';
import type { StatefulSetProps } from './stateful-set-props';

/** What is wrong with the properties of a set, whatever else the app holds. */
export function propsRefusals(
  { name, namespace }: SetIdentity,
  props: StatefulSetProps,
): (Refusal | undefined)[] {
  return [
    // The length comes first: it is the rule that nobody knows.
    invalid('SET_NAME_TOO_LONG', 'name', name, setNameLengthProblem),
    invalid('SET_NAME_INVALID', 'name', name, dnsLabelProblem),
    invalid('NAMESPACE_INVALID', 'namespace', namespace, dnsLabelProblem),
    invalid('SERVICE_NAME_INVALID', 'existingServiceName', props.existingServiceName, serviceNameProblem),
    invalid('REPLICAS_INVALID', 'replicas', props.replicas, countProblem),
    invalid('REPLICAS_TOO_MANY', 'replicas', props.replicas, replicasTooManyProblem),
    invalid('ORDINAL_INVALID', 'firstOrdinal', props.firstOrdinal, countProblem),
    invalid(
      'REVISION_HISTORY_LIMIT_INVALID',
      'revisionHistoryLimit',
      props.revisionHistoryLimit,
      countProblem,
    ),
    invalid('RESTART_POLICY_INVALID', 'restartPolicy', props.restartPolicy, setRestartPolicyProblem),
    templatesByName(props),
    ...labelRefusals('selector', props.selector),
    ...labelRefusals('labels', props.labels),
    ...labelRefusals('podMetadata.labels', props.podMetadata?.labels),
    ...ambiguities(props),
    ...(props.updateStrategy?._refusals(props.replicas ?? 1) ?? []),
    ...unknownSizeRefusals(props, props.omitReplicas === true),
    invalid(
      'PARTITION_INVALID',
      'partition',
      props.strategy && renderUpdateStrategy(props.strategy).rollingUpdate?.partition,
      countProblem,
    ),
  ];
}

/** What is wrong with the strategy where the manifest omits the number of pods, because somebody else decides it. */
export function unknownSizeRefusals(
  { updateStrategy }: StatefulSetProps,
  omitsReplicas: boolean,
): (Refusal | undefined)[] {
  return omitsReplicas ? (updateStrategy?._refusalsOfUnknownSize() ?? []) : [];
}

/** Sets of cdk8s-plus-31 and later have them: a mount finds one by its name, and most of its fields are dropped. */
function templatesByName(
  props: StatefulSetProps & { readonly volumeClaimTemplates?: unknown },
): Refusal | undefined {
  return invalid(
    'CLAIM_TEMPLATES_BY_NAME',
    'volumeClaimTemplates',
    props.volumeClaimTemplates,
    () => 'must not be given',
  );
}

function labelRefusals(
  subject: string,
  labels: Readonly<Record<string, string>> | undefined,
): (Refusal | undefined)[] {
  if (labels === undefined) {
    return [];
  }
  return Object.entries(labels).flatMap(([key, value]) => [
    invalid('LABEL_INVALID', `key in ${subject}`, key, labelKeyProblem),
    invalid('LABEL_INVALID', `value of '${key}' in ${subject}`, value, labelValueProblem),
  ]);
}

function ambiguities(props: StatefulSetProps): (Refusal | undefined)[] {
  const services = [props.service, props.existingServiceName, props.serviceName ?? props.headlessService];
  return [
    services.filter((service) => service !== undefined).length > 1
      ? {
          code: 'SERVICE_AMBIGUOUS',
          subject: 'service',
          problem:
            "must not be given in two of 'service', 'existingServiceName' and 'serviceName' with 'headlessService'",
        }
      : undefined,
    props.strategy !== undefined && props.updateStrategy !== undefined
      ? {
          code: 'UPDATE_STRATEGY_AMBIGUOUS',
          subject: 'updateStrategy',
          problem: "must not be given beside 'strategy'",
        }
      : undefined,
  ];
}

/** What is wrong between the selector of a set and the labels of its pods. */
export function selectorRefusals(
  selector: LabelSelectorTerms,
  template: ApiObjectMetadataDefinition,
): Refusal[] {
  if (isEmptySelector(selector)) {
    return [{ code: 'SELECTOR_EMPTY', subject: 'selector', problem: 'must not be empty' }];
  }
  // Most sets are right, and to render the labels takes far longer than to look at those that are asked for.
  if (unmetRequirements(selector, labelsAskedFor(selector, template)).length === 0) {
    return [];
  }
  // Metadata without anything in it renders as nothing at all.
  const { labels = {} } = (template.toJson() ?? {}) as { labels?: Record<string, string> };
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

function labelsAskedFor(
  { matchLabels = {}, matchExpressions = [] }: LabelSelectorTerms,
  template: ApiObjectMetadataDefinition,
): Record<string, string> {
  const keys = [...Object.keys(matchLabels), ...matchExpressions.map(({ key }) => key)];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = template.getLabel(key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
