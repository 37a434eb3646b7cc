import { type Located } from '../../manifests/field-value';
import { fieldOf, isList, textOf, type JsonObject } from '../../manifests/json';
import { FULLY_JUDGED_KINDS } from '../../manifests/judged-kind';
import { isAtLeast, KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { labelKeyProblem, labelValueProblem } from '../../kubernetes/name-rules';
import { type Fault, faultAt, judgeEach, type Rule, Severity } from '../rule';

export const selectorInvalid: Rule = {
  code: 'SELECTOR_INVALID',
  severity: Severity.ERROR,
  title: 'each expression of a selector has a valid key, and values only where its operator takes values',
  fix: 'give values with In and NotIn, one number with Gt and Lt, and no values with Exists and DoesNotExist',
  refusedSince: KubernetesVersion.V1_28,
  kinds: FULLY_JUDGED_KINDS,
  check: (object, { version }) => {
    const ofLabels = object.typed.ofType('LabelSelectorRequirement');
    const ofNodes = object.typed
      .ofType('NodeSelectorRequirement')
      .filter(({ path }) => path.at(-2) === 'matchExpressions');
    return judgeEach([...ofLabels, ...ofNodes].filter(isJudged), (expression) => [
      ...keyFaults(expression),
      ...countFaults(expression),
      ...(isPreferred(expression) || !judgesValues(expression, version) ? [] : valueFaults(expression)),
    ]);
  },
};

/** The API server does not judge what metrics are selected by. */
function isJudged({ path }: Located<JsonObject>): boolean {
  return !path.includes('metrics');
}

/** Values that labels of nodes are compared with are judged since Kubernetes 1.32. */
function judgesValues({ path }: Located<JsonObject>, version: KubernetesVersion): boolean {
  return !path.includes('nodeSelectorTerms') || isAtLeast(version, KubernetesVersion.V1_32);
}

/** The API server does not judge the values of a preference: other expressions would do as well. */
function isPreferred({ path }: Located<JsonObject>): boolean {
  return path.includes('preference');
}

function keyFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  const key = textOf(value, 'key') ?? '';
  return key === '' ? [] : faultAt([...path, 'key'], labelKeyProblem(key), key);
}

function valueFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  return valuesOf(value).flatMap((one, index) =>
    typeof one === 'string' ? faultAt([...path, 'values', index], labelValueProblem(one), one) : [],
  );
}

function countFaults({ path, value }: Located<JsonObject>): readonly Fault[] {
  const count = valuesOf(value).length;
  const at = [...path, 'values'];
  switch (textOf(value, 'operator') ?? '') {
    case 'In':
    case 'NotIn':
      return faultAt(at, count === 0 ? 'must be given with In and NotIn' : undefined);
    case 'Exists':
    case 'DoesNotExist':
      return faultAt(at, count > 0 ? 'must not be given with Exists and DoesNotExist' : undefined);
    case 'Gt':
    case 'Lt':
      return faultAt(at, count === 1 ? undefined : 'must be one number with Gt and Lt');
    default:
      // Another operator is no allowed value.
      return [];
  }
}

function valuesOf(value: JsonObject): readonly unknown[] {
  const values = fieldOf(value, 'values');
  return isList(values) ? values : [];
}
