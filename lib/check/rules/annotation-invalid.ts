import { isObject, type JsonValue } from '../../manifests/json';
import { FULLY_JUDGED_KINDS } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { MAX_ANNOTATIONS_LENGTH } from '../../kubernetes/limits';
import { labelKeyProblem } from '../../kubernetes/name-rules';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';

export const annotationInvalid: Rule = {
  code: 'ANNOTATION_INVALID',
  severity: Severity.ERROR,
  title: 'annotations have valid keys, and at most 256 KiB together',
  why: 'the API server rejects the object; the annotations of a claim template are checked only when the claim is created',
  fix: 'correct the key; move long content to a ConfigMap',
  refusedSince: KubernetesVersion.V1_28,
  kinds: FULLY_JUDGED_KINDS,
  check: (object) =>
    judgeEach(object.typed.valuesOf('ObjectMeta', 'annotations'), ({ path, value }) => {
      const annotations = Object.entries(isObject(value) ? value : {});
      const length = annotations.reduce((sum, [key, text]) => sum + bytesOf(key) + bytesOf(text), 0);
      return [
        ...annotations.flatMap(([key]): Fault[] => {
          // Keys are compared without regard to case.
          const problem = labelKeyProblem(key.toLowerCase());
          return problem === undefined
            ? []
            : [{ path: [...path, key], problem: `has a key that ${problem}` }];
        }),
        ...(length > MAX_ANNOTATIONS_LENGTH
          ? [{ path, problem: `must have at most ${MAX_ANNOTATIONS_LENGTH} bytes, and has ${length}` }]
          : []),
      ];
    }),
};

function bytesOf(text: JsonValue): number {
  return typeof text === 'string' ? Buffer.byteLength(text) : 0;
}
