/** A label selector as manifests write it. */
export interface LabelSelectorTerms {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly LabelSelectorExpression[];
}

/** One requirement of a label selector. */
export interface LabelSelectorExpression {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/** Whether the selector asks for nothing. The API server rejects such a selector on a StatefulSet. */
export function isEmptySelector(selector: LabelSelectorTerms): boolean {
  return Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions ?? []).length === 0;
}

/** What the labels lack to be selected, each as text such as `app=web`; empty where the selector matches. */
export function unmetRequirements(
  selector: LabelSelectorTerms,
  labels: Readonly<Record<string, string>>,
): string[] {
  const unmetLabels = Object.entries(selector.matchLabels ?? {})
    .filter(([key, value]) => valueOf(labels, key) !== value)
    .map(([key, value]) => `${key}=${value}`);
  const unmetExpressions = (selector.matchExpressions ?? [])
    .filter((expression) => !isMet(expression, valueOf(labels, expression.key)))
    .map(({ key, operator, values }) =>
      [key, operator, ...(values ? [`(${values.join(', ')})`] : [])].join(' '),
    );
  return [...unmetLabels, ...unmetExpressions];
}

function valueOf(labels: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

function isMet({ operator, values = [] }: LabelSelectorExpression, value: string | undefined): boolean {
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}
