import { countProblem } from '../kubernetes/counts';
import { type Located } from '../manifests/field-value';
import { faultAt, NOT_APPLICABLE, type Verdict } from './rule';

/** Judges a number that counts from 0. Another type is refused while the manifest is decoded. */
export function judgeCount(found: Located | undefined): Verdict {
  return typeof found?.value === 'number'
    ? faultAt(found.path, countProblem(found.value), found.value)
    : NOT_APPLICABLE;
}
