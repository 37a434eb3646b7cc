import { decodingFaultsOf } from '../facts/decoding-faults';
import { JudgedKind } from '../facts/facts';
import { KubernetesVersion } from '../kubernetes/kubernetes-version';
import { type Rule, Severity } from './rule';

export const wrongType: Rule = {
  code: 'WRONG_TYPE',
  severity: Severity.ERROR,
  title: 'each value has the type of its field',
  why: 'the API server can not decode the object, and refuses it whole',
  fix: 'write a value of that type; in YAML, quotes make text of numbers and of words such as yes, on and null',
  refusedSince: KubernetesVersion.V1_28,
  kinds: Object.values(JudgedKind),
  check: (object, { version }) => decodingFaultsOf(object, version).wrongTypes,
};
