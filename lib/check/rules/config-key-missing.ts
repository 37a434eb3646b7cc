import { ARGO_CD_PREFIX } from '../../kubernetes/argo-cd';
import { fieldAt, itemsAt, type Located } from '../../manifests/field-value';
import { fieldOf, isObject, type JsonObject, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { type Manifest } from '../../manifests/manifest';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';

export const configKeyMissing: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'CONFIG_KEY_MISSING',
  severity: Severity.ERROR,
  title: 'a key of a ConfigMap or Secret that containers need is there',
  why: 'the containers are never created: the pod waits for the key',
  fix: 'add the key, correct its name, or set optional: true',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, facts) =>
    judgeEach(
      KINDS.flatMap((source) =>
        [...source.types].flatMap((type) =>
          set.typed.ofType(type).flatMap((reference): readonly Needed[] => {
            const { name, isOptional, keys } = neededBy(reference, source.kind);
            const holder = facts.heldBy(source.kind, set.namespace, name);
            return holder === undefined || isOptional || mayBeFilled(holder)
              ? []
              : keys.map((key) => ({ key, holder, kind: source.kind }));
          }),
        ),
      ),
      ({ key, holder, kind }): readonly Fault[] => {
        const present = keysOf(holder);
        return present.includes(key.value)
          ? []
          : [{ path: key.path, problem: `is no key of the ${kind} ${holder.name ?? ''}`, value: key.value }];
      },
    ),
};

interface Needed {
  readonly key: Located<string>;
  readonly holder: Manifest;
  readonly kind: 'ConfigMap' | 'Secret';
}

/** The types that refer to keys of each. */
const KINDS = [
  { kind: 'ConfigMap', types: ['ConfigMapKeySelector', 'ConfigMapVolumeSource', 'ConfigMapProjection'] },
  { kind: 'Secret', types: ['SecretKeySelector', 'SecretVolumeSource', 'SecretProjection'] },
] as const;

function neededBy(
  reference: Located<JsonObject>,
  kind: Needed['kind'],
): { readonly name: string; readonly isOptional: boolean; readonly keys: readonly Located<string>[] } {
  const { value } = reference;
  const selected = fieldAt(reference, 'key');
  const items = itemsAt(reference, 'items').flatMap((item) => fieldAt(item, 'key') ?? []);
  return {
    name: textOf(value, 'name') ?? (kind === 'Secret' ? textOf(value, 'secretName') : undefined) ?? '',
    isOptional: fieldOf(value, 'optional') === true,
    keys: [...(selected === undefined ? [] : [selected]), ...items].filter(
      (one): one is Located<string> => typeof one.value === 'string',
    ),
  };
}

function keysOf({ content }: Manifest): readonly string[] {
  return ['data', 'binaryData', 'stringData'].flatMap((field) => {
    const entries = fieldOf(content, field);
    return isObject(entries) ? Object.keys(entries) : [];
  });
}

/** Annotations that no controller takes for an order to fill the object. */
const HARMLESS =
  /^(kubectl\.kubernetes\.io|kubernetes\.io|helm\.sh|meta\.helm\.sh|cdk8s-stateful|config\.kubernetes\.io)\//;

/** An object that is empty is filled by somebody else, and one with another annotation may be. */
function mayBeFilled(holder: Manifest): boolean {
  const annotations = fieldOf(fieldOf(holder.content, 'metadata'), 'annotations');
  const foreign = Object.keys(isObject(annotations) ? annotations : {}).filter(
    (key) => !HARMLESS.test(key) && !key.startsWith(ARGO_CD_PREFIX),
  );
  return keysOf(holder).length === 0 || foreign.length > 0;
}
