import { REFUSALS } from '../../errors/refusals';
import { type WrongType } from '../../manifests/decoded';
import { FULLY_JUDGED_KINDS } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { quantityProblem } from '../../kubernetes/quantity';
import { type Rule, Severity } from '../rule';

export const wrongType: Rule = {
  code: 'WRONG_TYPE',
  severity: Severity.ERROR,
  title: REFUSALS.WRONG_TYPE.rule,
  why: 'the API server cannot decode the object, and rejects it',
  fix: 'write a value of that type; in YAML, put numbers and words such as yes, on and null in quotes where text is meant',
  refusedSince: KubernetesVersion.V1_28,
  kinds: FULLY_JUDGED_KINDS,
  check: (object) =>
    object.decoded.wrongTypes.map((fault) =>
      isAmountInWords(fault) ? { ...fault, fix: AMOUNT_FIX } : fault,
    ),
};

const AMOUNT_FIX =
  'write the suffix right behind the number, and no unit behind it: 10Gi for 10 GiB, 10G for 10 GB';

/** Text where an amount belongs: `10GB`, `1 core`. */
function isAmountInWords({ problem, value }: WrongType): boolean {
  return typeof value === 'string' && quantityProblem(value) === problem;
}
