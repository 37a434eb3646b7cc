import {
  type LabelSelectorExpression,
  type LabelSelectorTerms,
  unmetRequirements,
} from '../kubernetes/label-selector';
import { POD_INDEX_LABEL, POD_NAME_LABEL, REVISION_LABEL } from '../kubernetes/labels';
import { groupOf } from '../kubernetes/api-group';
import { type FieldPath, valueAt } from './field-path';
import { textsAt } from './field-value';
import { groupedBy } from './grouped';
import { isObject } from './json';
import { type Manifest } from './manifest';

/** An object of the input that makes pods, or is one, and their labels as far as the input tells them. */
export interface PodMaker {
  readonly manifest: Manifest;
  readonly labels: Readonly<Record<string, string>>;
}

/** A workload whose pods a selector misses. */
export interface MissedPods {
  readonly manifest: Manifest;
  /** What the selector asks for that the pods do not have, each as text such as `app=web`. */
  readonly lacking: readonly string[];
}

/** Where workloads of any kind have the labels of their pods. */
const TEMPLATE_PATHS: readonly FieldPath[] = [
  ['spec', 'template', 'metadata', 'labels'],
  ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'labels'],
];

/** Labels that controllers put on pods: no manifest tells which pods have them. */
const CONTROLLER_LABELS: readonly string[] = [
  POD_INDEX_LABEL,
  REVISION_LABEL,
  'pod-template-hash',
  'controller-uid',
  'job-name',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-name',
];

/** How many workloads are looked through for the one that comes nearest: it is a hint. */
const MAX_COMPARED = 100;

/** Stands for the label with the name of a pod: pods of one set differ in it by the ordinal alone. */
const SET_NAME_KEY = `${POD_NAME_LABEL} of`;

/**
 * The pods that the input makes. What selects pods may select others, of another part of the application or of an
 * operator, so it is told only what is evident: that a selector passes by all pods of its namespace.
 */
export class PodMakers {
  private readonly makers: ReadonlyMap<string, readonly PodMaker[]>;
  private readonly shapes: ReadonlyMap<string, readonly MakersOfKeys[]>;
  private readonly customs: ReadonlyMap<string, readonly Manifest[]>;

  public constructor(manifests: readonly Manifest[]) {
    const makers = manifests.flatMap((manifest) => makerOf(manifest) ?? []);
    this.makers = groupedBy(makers, ({ manifest }) => placeOf(manifest.namespace));
    this.shapes = new Map([...this.makers].map(([place, some]) => [place, shapesOf(some)] as const));
    this.customs = groupedBy(manifests.filter(isCustom), ({ namespace }) => placeOf(namespace));
  }

  /** What makes pods in a namespace. */
  public in(namespace: string | undefined): readonly PodMaker[] {
    return this.makers.get(placeOf(namespace)) ?? [];
  }

  /**
   * The one of those whose pods a selector misses that it comes nearest to; undefined where it may select pods, or the
   * input has none in that namespace. Labels that pods lack may be put on them while they run, as leaders are marked:
   * they speak against a pod only where the pod has no other label that is asked for.
   */
  public nearestMissed(namespace: string | undefined, asked: LabelSelectorTerms): MissedPods | undefined {
    const selector = ofWholeSets(asked);
    const choices = choicesOf(selector);
    const place = placeOf(namespace);
    const makers = this.in(namespace);
    const mayBeSelected =
      makers.length === 0 ||
      choices.length === 0 ||
      choices.some(({ key }) => CONTROLLER_LABELS.includes(key)) ||
      (this.shapes.get(place) ?? []).some((shape) => shape.mayBeSelected(selector, choices)) ||
      this.mayOperatorMake(place, choices);
    if (mayBeSelected) {
      return undefined;
    }
    const { manifest, labels } = nearestOf(makers.slice(0, MAX_COMPARED), choices);
    const lacking = unmetRequirements(asked, labels).filter((one) => !one.startsWith(`${POD_NAME_LABEL}=`));
    return { manifest, lacking };
  }

  /** Operators label the pods that they make by the name of their object, or with keys of their own domain. */
  private mayOperatorMake(place: string, choices: readonly Choice[]): boolean {
    return (this.customs.get(place) ?? []).some(({ apiVersion, name = '' }) =>
      choices.some(
        ({ key, values }) =>
          values.some((value) => name !== '' && (value === name || value.startsWith(`${name}-`))) ||
          isOfDomain(key, groupOf(apiVersion)),
      ),
    );
  }
}

/** The selector, asking for the set of a pod where it asks for the name of the pod. */
function ofWholeSets({ matchLabels = {}, matchExpressions }: LabelSelectorTerms): LabelSelectorTerms {
  const { [POD_NAME_LABEL]: pod, ...others } = matchLabels as Record<string, string | undefined>;
  const labels = pod === undefined ? others : { ...others, [SET_NAME_KEY]: pod.replace(/-\d+$/, '') };
  return { matchLabels: labels as Record<string, string>, matchExpressions };
}

/** Workloads of one namespace whose pods have labels with the same keys. */
class MakersOfKeys {
  private readonly keys: ReadonlySet<string>;
  private readonly byValues = new Map<string, ReadonlyMap<string, readonly PodMaker[]>>();

  public constructor(private readonly makers: readonly PodMaker[]) {
    this.keys = new Set(Object.keys(makers[0].labels));
  }

  /** Whether the pods of one have a label that is asked for, and none with a value that the selector does not take. */
  public mayBeSelected(selector: LabelSelectorTerms, choices: readonly Choice[]): boolean {
    const shared = choices.filter(({ key }) => this.keys.has(key));
    return shared.length > 0 && this.withValues(shared).some(({ labels }) => !contradicts(selector, labels));
  }

  /** Those with the values that are asked for: by an index where each label has one, so that many are not compared. */
  private withValues(choices: readonly Choice[]): readonly PodMaker[] {
    if (choices.some(({ values }) => values.length !== 1)) {
      return this.makers;
    }
    const keys = choices.map(({ key }) => key);
    const index = this.byValues.get(JSON.stringify(keys)) ?? this.indexBy(keys);
    return index.get(JSON.stringify(choices.map(({ values: [value] }) => value))) ?? [];
  }

  private indexBy(keys: readonly string[]): ReadonlyMap<string, readonly PodMaker[]> {
    const index = groupedBy(this.makers, ({ labels }) => JSON.stringify(keys.map((key) => labels[key])));
    this.byValues.set(JSON.stringify(keys), index);
    return index;
  }
}

function shapesOf(makers: readonly PodMaker[]): readonly MakersOfKeys[] {
  const groups = groupedBy(makers, ({ labels }) => JSON.stringify(Object.keys(labels).sort()));
  return [...groups.values()].map((some) => new MakersOfKeys(some));
}

/** A label that a selector asks for, with the values of which a pod must have one. */
interface Choice {
  readonly key: string;
  readonly values: readonly string[];
}

function choicesOf({ matchLabels = {}, matchExpressions = [] }: LabelSelectorTerms): readonly Choice[] {
  return [
    ...Object.entries(matchLabels).map(([key, value]) => ({ key, values: [value] })),
    ...matchExpressions.flatMap(({ key, operator, values = [] }) =>
      operator === 'In' ? [{ key, values: [...new Set(values)] }] : [],
    ),
  ];
}

/** Whether pods have a label with a value that the selector does not take. */
function contradicts(
  { matchLabels = {}, matchExpressions = [] }: LabelSelectorTerms,
  labels: Readonly<Record<string, string>>,
): boolean {
  const has = (key: string): boolean => Object.hasOwn(labels, key);
  return (
    Object.entries(matchLabels).some(([key, value]) => has(key) && labels[key] !== value) ||
    matchExpressions.some((expression) => has(expression.key) && !takes(expression, labels[expression.key]))
  );
}

function takes({ operator, values = [] }: LabelSelectorExpression, value: string): boolean {
  switch (operator) {
    case 'In':
      return values.includes(value);
    case 'NotIn':
      return !values.includes(value);
    default:
      return operator !== 'DoesNotExist';
  }
}

/** The first one of those whose pods have the most labels that are asked for. */
function nearestOf(makers: readonly PodMaker[], choices: readonly Choice[]): PodMaker {
  return makers.reduce((nearest, maker) =>
    sharedCount(maker, choices) > sharedCount(nearest, choices) ? maker : nearest,
  );
}

function sharedCount({ labels }: PodMaker, choices: readonly Choice[]): number {
  return choices.filter(({ key, values }) => Object.hasOwn(labels, key) && values.includes(labels[key]))
    .length;
}

function makerOf(manifest: Manifest): PodMaker | undefined {
  if (manifest.kind === 'Pod' && manifest.apiVersion === 'v1') {
    return { manifest, labels: textsAt(manifest.content, ['metadata', 'labels']) };
  }
  const path = TEMPLATE_PATHS.find((one) => isObject(valueAt(manifest.content, one)));
  if (path === undefined) {
    return undefined;
  }
  const labels = textsAt(manifest.content, path);
  const { kind, name = '' } = manifest;
  return { manifest, labels: kind === 'StatefulSet' ? { ...labels, [SET_NAME_KEY]: name } : labels };
}

/** Whether an object belongs to another project than Kubernetes. */
function isCustom({ apiVersion }: Manifest): boolean {
  const group = groupOf(apiVersion);
  return group.includes('.') && !group.endsWith('.k8s.io');
}

function isOfDomain(key: string, group: string): boolean {
  const domain = key.includes('/') ? key.slice(0, key.indexOf('/')) : '';
  return domain !== '' && (domain === group || domain.endsWith(`.${group}`) || group.endsWith(`.${domain}`));
}

function placeOf(namespace: string | undefined): string {
  return namespace ?? '';
}
