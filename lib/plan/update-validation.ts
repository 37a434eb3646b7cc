import { fieldOf, isObject, type JsonObject, type JsonValue } from '../manifests/json';
import { type FieldPath, valueAt } from '../manifests/field-path';
import { textsOf } from '../manifests/set-facts';
import { countProblem } from '../kubernetes/counts';
import { isEmptySelector, type LabelSelectorTerms, unmetRequirements } from '../kubernetes/label-selector';
import { REFUSALS } from '../errors/refusals';

/** Something that the API server refuses in the object as it would be stored, whatever it was before. */
export interface Refused {
  readonly path: FieldPath;
  /** A code of `CHANGE_CODES`, or of the rule of `check` that finds the same. */
  readonly code: string;
  /** What to do about it. */
  readonly reason: string;
  /** What the API server prints after the path. */
  readonly message: string;
}

const COUNTS: readonly { readonly path: FieldPath; readonly code: string }[] = [
  { path: ['spec', 'replicas'], code: 'REPLICAS_INVALID' },
  { path: ['spec', 'minReadySeconds'], code: 'NUMBER_OUT_OF_RANGE' },
  { path: ['spec', 'ordinals', 'start'], code: 'ORDINAL_INVALID' },
  { path: ['spec', 'updateStrategy', 'rollingUpdate', 'partition'], code: 'PARTITION_INVALID' },
];

/** What the API server refuses in a set on every update: what an apply can break that was sound before. */
export function refusedInSet(set: JsonObject): readonly Refused[] {
  return [...refusedCounts(set), ...refusedStrategy(set), ...refusedSelector(set)];
}

function refusedCounts(set: JsonObject): readonly Refused[] {
  return COUNTS.flatMap(({ path, code }) => {
    const count = valueAt(set, path);
    if (typeof count !== 'number') {
      return [];
    }
    const problem = countProblem(count);
    return problem === undefined
      ? []
      : [
          {
            path,
            code,
            reason: problem,
            message: `Invalid value: ${count}: ${problem}`,
          },
        ];
  });
}

function refusedStrategy(set: JsonObject): readonly Refused[] {
  const strategy = valueAt(set, ['spec', 'updateStrategy']);
  const leftOver = fieldOf(strategy, 'rollingUpdate');
  if (fieldOf(strategy, 'type') !== 'OnDelete' || leftOver === undefined) {
    return [];
  }
  const [partition, maxUnavailable] = ['partition', 'maxUnavailable'].map(
    (field) => fieldOf(leftOver, field) ?? null,
  );
  return [
    {
      path: ['spec', 'updateStrategy', 'rollingUpdate'],
      code: 'ROLLING_UPDATE_LEFT_OVER',
      reason:
        'kubectl apply leaves the rollingUpdate that the API server filled in, and OnDelete takes none; write `rollingUpdate: null` beside the type',
      message: `Invalid value: ${JSON.stringify({ Partition: partition, MaxUnavailable: maxUnavailable })}: only allowed for updateStrategy 'RollingUpdate'`,
    },
  ];
}

function refusedSelector(set: JsonObject): readonly Refused[] {
  const terms = valueAt(set, ['spec', 'selector']);
  if (!isObject(terms)) {
    return [];
  }
  const selector = selectorOf(terms);
  if (isEmptySelector(selector)) {
    return [
      {
        path: ['spec', 'selector'],
        code: 'SELECTOR_EMPTY',
        reason: `${REFUSALS.SELECTOR_EMPTY.rule}; name at least one label`,
        message: 'Invalid value: {}: empty selector is invalid for statefulset',
      },
    ];
  }
  const labels = textsOf(valueAt(set, ['spec', 'template', 'metadata', 'labels']));
  const unmet = unmetRequirements(selector, labels);
  return unmet.length === 0
    ? []
    : [
        {
          path: ['spec', 'template', 'metadata', 'labels'],
          code: 'SELECTOR_MISMATCH',
          reason: `${REFUSALS.SELECTOR_MISMATCH.rule}; the template lacks ${unmet.join(', ')}`,
          message: `Invalid value: ${JSON.stringify(labels)}: \`selector\` does not match template \`labels\``,
        },
      ];
}

/** The selector of a manifest, without what has a wrong type. */
function selectorOf(terms: JsonObject): LabelSelectorTerms {
  const expressions = fieldOf(terms, 'matchExpressions');
  const read = (expression: JsonValue): NonNullable<LabelSelectorTerms['matchExpressions']> => {
    const [key, operator, values] = ['key', 'operator', 'values'].map((field) => fieldOf(expression, field));
    return typeof key === 'string' && typeof operator === 'string'
      ? [
          {
            key,
            operator,
            values: Array.isArray(values) ? values.filter((value) => typeof value === 'string') : [],
          },
        ]
      : [];
  };
  return {
    matchLabels: textsOf(fieldOf(terms, 'matchLabels')),
    matchExpressions: Array.isArray(expressions) ? expressions.flatMap(read) : [],
  };
}

/** What the API server refuses in a Service: a headless one has no type that needs an address. */
export function refusedInService(service: JsonObject): readonly Refused[] {
  const spec = fieldOf(service, 'spec');
  const type = fieldOf(spec, 'type');
  const isExposed = type === 'NodePort' || type === 'LoadBalancer';
  return isExposed && fieldOf(spec, 'clusterIP') === 'None'
    ? [
        {
          path: ['spec', 'type'],
          code: 'HEADLESS_SERVICE_EXPOSED',
          reason:
            'a headless Service has type ClusterIP; keep it for the names of the pods, and put a client Service beside it',
          message: `Invalid value: "None": may not be set to 'None' for ${type} services`,
        },
      ]
    : [];
}
