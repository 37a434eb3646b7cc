import {
  LabelExpression,
  LabelSelector,
  type LabelSelectorRequirement,
  type PodSelectorConfig,
  type Workload,
} from 'cdk8s-plus-28';

/** How others find the pods of a set: by the labels and expressions of its selector, in its namespace. */
export function podSelectorOf({ matchExpressions, matchLabels, metadata }: Workload): PodSelectorConfig {
  const { namespace } = metadata;
  return {
    labelSelector: LabelSelector.of({
      labels: matchLabels,
      expressions: matchExpressions.map(labelExpressionOf),
    }),
    namespaces: namespace === undefined ? undefined : { names: [namespace] },
  };
}

/** A requirement of a selector, as cdk8s-plus-28 takes it back. */
function labelExpressionOf({ key, operator, values = [] }: LabelSelectorRequirement): LabelExpression {
  switch (operator) {
    case 'In':
      return LabelExpression.in(key, values);
    case 'NotIn':
      return LabelExpression.notIn(key, values);
    case 'DoesNotExist':
      return LabelExpression.doesNotExist(key);
    default:
      return LabelExpression.exists(key);
  }
}
