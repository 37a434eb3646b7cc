import { itemsAt, type Located, repeatedBy } from '../../manifests/field-value';
import { fieldOf, isList, type JsonObject, type JsonValue, textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';
import { REJECTED_LATER_IN_TEMPLATES } from '../why-text';

type Items = readonly { readonly path: Located['path']; readonly key: string | undefined }[];

/** The lists whose items must differ, and by what. Those that a construct refuses have rules of their own. */
const LISTS: readonly (readonly [type: string, itemsOf: (owner: Located<JsonObject>) => Items])[] = [
  ['PodSecurityContext', (owner) => named(itemsAt(owner, 'sysctls'), 'name')],
  ['PodSpec', (owner) => named(itemsAt(owner, 'schedulingGates'), 'name')],
  ['ProjectedVolumeSource', projectedPaths],
  ['ServiceSpec', (owner) => texts(owner, 'ipFamilies')],
];

export const itemRepeated: Rule<JudgedKind.STATEFUL_SET | JudgedKind.SERVICE> = {
  code: 'ITEM_REPEATED',
  severity: Severity.ERROR,
  title: 'a list whose items must be unique has each item once',
  why: REJECTED_LATER_IN_TEMPLATES,
  fix: 'remove one of them',
  refusedSince: KubernetesVersion.V1_28,
  kinds: [JudgedKind.STATEFUL_SET, JudgedKind.SERVICE],
  check: (object) =>
    judgeEach(
      LISTS.flatMap(([type, itemsOf]) => object.typed.ofType(type).map(itemsOf)).filter(
        (items) => items.length > 1,
      ),
      (items) =>
        repeatedBy(items, ({ key }) => key).map(({ path, key }): Fault => ({
          path,
          problem: 'is repeated',
          value: key,
        })),
    ),
};

function named(items: readonly Located<JsonObject>[], field: string): Items {
  return items.map(({ path, value }) => ({ path: [...path, field], key: textOf(value, field) }));
}

function texts({ path, value }: Located<JsonObject>, field: string): Items {
  const list = fieldOf(value, field);
  const items: readonly JsonValue[] = isList(list) ? list : [];
  return items.map((item, index) => ({
    path: [...path, field, index],
    key: typeof item === 'string' ? item : undefined,
  }));
}

/** The files of a projected volume, whatever they are made of. */
function projectedPaths(volume: Located<JsonObject>): Items {
  return itemsAt(volume, 'sources').flatMap((source) =>
    ['configMap', 'secret', 'downwardAPI'].flatMap((field) => {
      const part = fieldOf(source.value, field);
      const items = objectItems({ path: [...source.path, field], value: part ?? null });
      return named(items, 'path');
    }),
  );
}

function objectItems({ path, value }: Located): readonly Located<JsonObject>[] {
  return typeof value === 'object' && value !== null && !isList(value)
    ? itemsAt({ path, value }, 'items')
    : [];
}
