import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { type RuleDescription, Severity } from '../../lib/check/rule';
import { whyText } from '../../lib/check/why-text';

const RULE: RuleDescription = {
  code: 'A_CODE',
  severity: Severity.ERROR,
  title: 'a set has a name',
  fix: 'give it one',
};
const { V1_28, V1_30, V1_33, V1_34 } = KubernetesVersion;

describe('whyText', () => {
  test.each<[string, Partial<RuleDescription>, string]>([
    ['of what every API server rejects', { refusedSince: V1_28 }, 'the API server rejects the object'],
    ['of what no API server rejects', { why: 'nothing finds it' }, 'nothing finds it'],
    ['in the words of the rule', { why: 'nothing finds it', refusedSince: V1_28 }, 'nothing finds it'],
    [
      'of what later API servers reject',
      { refusedSince: V1_34 },
      'the API server rejects the set; before Kubernetes 1.34 it accepts the set and rejects its pods',
    ],
    [
      'with the reason first',
      { why: 'nothing finds it', since: V1_33, refusedSince: V1_34 },
      'nothing finds it; the API server rejects the set; in Kubernetes 1.33 it accepts the set and rejects its pods',
    ],
    [
      'of a field that older API servers do not look at',
      { since: V1_30, refusedSince: V1_34 },
      'the API server rejects the set; in Kubernetes 1.30 to 1.33 it accepts the set and rejects its pods',
    ],
    [
      'of what older API servers do instead',
      { since: V1_34, refusedSince: V1_34, beforeThat: 'drops the field' },
      'the API server rejects the set; before Kubernetes 1.34 it drops the field',
    ],
    [
      'of a field that all API servers that know it reject',
      { since: V1_34, refusedSince: V1_34 },
      'the API server rejects the set',
    ],
  ])('says it %s', (_, description, text) => {
    expect(whyText({ ...RULE, ...description })).toBe(text);
  });
});
