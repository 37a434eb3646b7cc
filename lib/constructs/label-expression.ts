import { LabelExpression, type LabelSelectorRequirement } from 'cdk8s-plus-28';

/** A requirement of a selector, as cdk8s-plus-28 takes it back. */
export function labelExpressionOf({ key, operator, values = [] }: LabelSelectorRequirement): LabelExpression {
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
