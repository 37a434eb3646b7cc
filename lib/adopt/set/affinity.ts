import { fieldOf, isList, type JsonObject, type JsonValue, textOf } from '../../manifests/json';
import { callOf, type Expression, list, literal, mappingOf, memberOf, textMapping } from '../code/expression';
import { given } from '../code/values';
import { countOf, isSameMap, objectsOf, textListOf, textMapOf } from '../fields';
import { topologyOf } from './topology';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** The set whose pods are placed. */
export interface PlacedSet {
  readonly set: Expression;
  readonly selector: Readonly<Record<string, string>>;
  /** Whether the set has a namespace: then a term that means the set itself names it. */
  readonly hasNamespace: boolean;
}

/** The calls that bring about an affinity; none where one of its terms is beyond them. */
export function affinityOf(affinity: JsonValue | undefined, placed: PlacedSet): readonly Expression[] {
  const [node, pod, anti] = ['nodeAffinity', 'podAffinity', 'podAntiAffinity'].map((field) =>
    fieldOf(affinity, field),
  );
  const calls = [
    ...attractions(node, placed),
    ...podTerms(pod, 'colocate', 'Beside', placed),
    ...podTerms(anti, 'separate', 'Apart', placed),
  ];
  return calls.includes(undefined) ? [] : calls.filter((call) => call !== undefined);
}

function attractions(
  affinity: JsonValue | undefined,
  { set }: PlacedSet,
): readonly (Expression | undefined)[] {
  const attract = (term: JsonValue | undefined, weight?: number): Expression | undefined => {
    const node = nodeOf(term);
    return node && callOf(memberOf(set, 'scheduling'), 'attract', node, mappingOf({ weight: given(weight) }));
  };
  return [
    ...objectsOf(fieldOf(affinity, REQUIRED), 'nodeSelectorTerms').map((term) => attract(term)),
    ...objectsOf(affinity, PREFERRED).map((term) =>
      attract(fieldOf(term, 'preference'), countOf(term, 'weight')),
    ),
  ];
}

const NODE_QUERIES: Readonly<Record<string, string>> = {
  In: 'in',
  NotIn: 'notIn',
  Exists: 'exists',
  DoesNotExist: 'doesNotExist',
  Gt: 'gt',
  Lt: 'lt',
};

function nodeOf(term: JsonValue | undefined): Expression | undefined {
  if (fieldOf(term, 'matchFields') !== undefined) {
    return undefined;
  }
  const queries = objectsOf(term, 'matchExpressions').map((expression) =>
    queryOf('NodeLabelQuery', expression),
  );
  return queries.length === 0 || queries.includes(undefined)
    ? undefined
    : callOf('Node', 'labeled', ...queries);
}

/** A requirement of a label, as a query of cdk8s-plus-28. */
function queryOf(name: 'NodeLabelQuery' | 'LabelExpression', expression: JsonObject): Expression | undefined {
  const [key, operator] = [textOf(expression, 'key'), textOf(expression, 'operator') ?? ''];
  const values = textListOf(expression, 'values');
  if (key === undefined || !Object.hasOwn(NODE_QUERIES, operator)) {
    return undefined;
  }
  if (operator === 'Exists' || operator === 'DoesNotExist') {
    return values === undefined ? callOf(name, NODE_QUERIES[operator], literal(key)) : undefined;
  }
  if (values === undefined || (name === 'LabelExpression' && !['In', 'NotIn'].includes(operator))) {
    return undefined;
  }
  return name === 'NodeLabelQuery' && operator === 'In' && values.length === 1
    ? callOf(name, 'is', literal(key), literal(values[0]))
    : callOf(name, NODE_QUERIES[operator], literal(key), list(values.map((value) => literal(value))));
}

function podTerms(
  affinity: JsonValue | undefined,
  method: string,
  idPrefix: string,
  placed: PlacedSet,
): readonly (Expression | undefined)[] {
  const required = objectsOf(affinity, REQUIRED).map((term) => ({ term, weight: undefined }));
  const preferred = objectsOf(affinity, PREFERRED).map((weighted) => ({
    term: fieldOf(weighted, 'podAffinityTerm'),
    weight: countOf(weighted, 'weight'),
  }));
  return [...required, ...preferred].map(({ term, weight }, index) => {
    const pods = podsOf(term, `${idPrefix}${index === 0 ? '' : index + 1}`, placed);
    const key = textOf(term, 'topologyKey');
    return pods === undefined || key === undefined
      ? undefined
      : callOf(
          memberOf(placed.set, 'scheduling'),
          method,
          pods,
          mappingOf({
            topology: key === 'kubernetes.io/hostname' ? undefined : topologyOf(key),
            weight: given(weight),
          }),
        );
  });
}

const POD_TERM_FIELDS: ReadonlySet<string> = new Set(['labelSelector', 'topologyKey']);

function podsOf(term: JsonValue | undefined, id: string, placed: PlacedSet): Expression | undefined {
  const selector = fieldOf(term, 'labelSelector');
  const labels = textMapOf(selector, 'matchLabels');
  const written = fieldOf(selector, 'matchExpressions');
  const expressions = objectsOf(selector, 'matchExpressions').map((one) => queryOf('LabelExpression', one));
  const others = Object.keys((term ?? {}) as JsonObject).filter((field) => !POD_TERM_FIELDS.has(field));
  if (selector === undefined || others.length > 0 || expressions.includes(undefined)) {
    return undefined;
  }
  if (
    labels !== undefined &&
    !isList(written) &&
    !placed.hasNamespace &&
    isSameMap(labels, placed.selector)
  ) {
    return placed.set;
  }
  const options = mappingOf({
    labels: labels && textMapping(labels),
    expressions:
      expressions.length > 0 ? list(expressions.filter((expression) => expression !== undefined)) : undefined,
  });
  return options && callOf('Pods', 'select', placed.set, literal(id), options);
}
