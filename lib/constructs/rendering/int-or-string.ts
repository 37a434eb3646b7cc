import type { PercentOrAbsolute } from 'cdk8s-plus-28';
import { IntOrString } from '../../../imports/k8s';

/** What Kubernetes writes as "number or percent". */
export function intOrString(amount: PercentOrAbsolute): IntOrString {
  return typeof amount.value === 'number'
    ? IntOrString.fromNumber(amount.value)
    : IntOrString.fromString(String(amount.value));
}
