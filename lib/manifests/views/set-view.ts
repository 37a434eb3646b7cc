import { type LabelSelectorTerms } from '../../kubernetes/label-selector';
import { claimName, ordinalsOf, podName } from '../../kubernetes/names';
import { isDropped } from '../defaults/dropped-fields';
import { POD_SPEC_DEFAULTS } from '../defaults/pod-defaults';
import {
  DEFAULT_STRATEGY,
  ORDINALS_DEFAULTS,
  RETENTION_DEFAULTS,
  rollingUpdateDefaults,
  SET_DEFAULTS,
  strategyDefaults,
} from '../defaults/set-defaults';
import { type FieldPath, valueAt } from '../field-path';
import { type Located, textsAt } from '../field-value';
import { fieldOf, givenText, isObject, type JsonObject, type JsonValue } from '../json';
import { labelSelectorAt } from '../selector';
import { ClaimView } from './claim-view';
import { ObjectView } from './object-view';

/** Where a set has what views tell of it. */
export const SET_PATHS = {
  spec: ['spec'],
  replicas: ['spec', 'replicas'],
  firstOrdinal: ['spec', 'ordinals', 'start'],
  revisionHistoryLimit: ['spec', 'revisionHistoryLimit'],
  rollingUpdate: ['spec', 'updateStrategy', 'rollingUpdate'],
  partition: ['spec', 'updateStrategy', 'rollingUpdate', 'partition'],
  maxUnavailable: ['spec', 'updateStrategy', 'rollingUpdate', 'maxUnavailable'],
  whenScaled: ['spec', 'persistentVolumeClaimRetentionPolicy', 'whenScaled'],
  serviceName: ['spec', 'serviceName'],
  selector: ['spec', 'selector'],
  claimTemplates: ['spec', 'volumeClaimTemplates'],
  podLabels: ['spec', 'template', 'metadata', 'labels'],
  podFinalizers: ['spec', 'template', 'metadata', 'finalizers'],
  podSpec: ['spec', 'template', 'spec'],
  initContainers: ['spec', 'template', 'spec', 'initContainers'],
  containers: ['spec', 'template', 'spec', 'containers'],
  gracePeriod: ['spec', 'template', 'spec', 'terminationGracePeriodSeconds'],
} as const satisfies Record<string, FieldPath>;

/** A StatefulSet. */
export class SetView extends ObjectView {
  private templates?: readonly ClaimView[];
  private labels?: Readonly<Record<string, string>>;

  /** How many pods it has. */
  public get replicas(): number {
    return countAt(this.spec, ['replicas']) ?? SET_DEFAULTS.replicas;
  }

  /** Whether the number of pods is one that the API server takes: otherwise nobody knows what was meant. */
  public get areReplicasKnown(): boolean {
    return (fieldOf(this.spec, 'replicas') ?? this.replicas) === this.replicas;
  }

  /** The ordinal of the first pod. */
  public get firstOrdinal(): number {
    return countAt(this.spec, ['ordinals', 'start']) ?? ORDINALS_DEFAULTS.start;
  }

  /** Whether each pod waits for the one before it to be ready. */
  public get isOrdered(): boolean {
    return (givenText(this.spec, 'podManagementPolicy') ?? SET_DEFAULTS.podManagementPolicy) !== 'Parallel';
  }

  /** How long a pod must be ready before it counts as available. */
  public get minReadySeconds(): number {
    return countAt(this.spec, ['minReadySeconds']) ?? 0;
  }

  /** The type of the strategy by which pods are replaced. */
  public get updateStrategy(): string {
    return givenText(fieldOf(this.spec, 'updateStrategy'), 'type') ?? DEFAULT_STRATEGY;
  }

  /** Pods below this ordinal keep their template; undefined where the set has no `rollingUpdate`. */
  public get partition(): number | undefined {
    const { rollingUpdate } = this;
    return (
      rollingUpdate &&
      (countAt(rollingUpdate, ['partition']) ?? rollingUpdateDefaults(this.version).partition)
    );
  }

  /** How many pods may be down for an update; undefined where the set has no `rollingUpdate`, or the version drops it. */
  public get maxUnavailable(): number | string | undefined {
    const { rollingUpdate } = this;
    if (rollingUpdate === undefined || isDropped('StatefulSet', SET_PATHS.maxUnavailable, this.version)) {
      return undefined;
    }
    const most = fieldOf(rollingUpdate, 'maxUnavailable');
    return typeof most === 'number' || typeof most === 'string'
      ? most
      : rollingUpdateDefaults(this.version).maxUnavailable;
  }

  /** What becomes of the claims when the set is deleted. */
  public get whenDeleted(): string {
    return givenText(this.retention, 'whenDeleted') ?? RETENTION_DEFAULTS.whenDeleted;
  }

  /** What becomes of the claims of pods that are scaled away. */
  public get whenScaled(): string {
    return givenText(this.retention, 'whenScaled') ?? RETENTION_DEFAULTS.whenScaled;
  }

  /** The governing Service; undefined where none is named. */
  public get serviceName(): string | undefined {
    return givenText(this.spec, 'serviceName');
  }

  /** How the set tells its pods; undefined where it has no selector. */
  public get selector(): LabelSelectorTerms | undefined {
    return labelSelectorAt(this.manifest.content, SET_PATHS.selector);
  }

  /** The claim templates. One that is no object counts as one without a name. */
  public get claimTemplates(): readonly ClaimView[] {
    this.templates ??= this.writtenItems(SET_PATHS.claimTemplates).map(
      ({ path, value }) => new ClaimView(value, path),
    );
    return this.templates;
  }

  /** The labels of the pods. */
  public get podLabels(): Readonly<Record<string, string>> {
    this.labels ??= textsAt(this.manifest.content, SET_PATHS.podLabels);
    return this.labels;
  }

  /** The init containers and containers of the pods, init containers first. */
  public get containers(): readonly Located<JsonObject>[] {
    return [...this.initContainers, ...this.mainContainers];
  }

  public get initContainers(): readonly Located<JsonObject>[] {
    return this.writtenObjects(SET_PATHS.initContainers);
  }

  /** The containers that are no init containers. */
  public get mainContainers(): readonly Located<JsonObject>[] {
    return this.writtenObjects(SET_PATHS.containers);
  }

  /** How long a pod may take to end, in seconds. */
  public get gracePeriod(): number {
    const period = this.written(SET_PATHS.gracePeriod)?.value;
    return typeof period === 'number' ? period : POD_SPEC_DEFAULTS.terminationGracePeriodSeconds;
  }

  private get rollingUpdate(): JsonObject | undefined {
    const strategy = fieldOf(this.spec, 'updateStrategy');
    const found = fieldOf(strategy, 'rollingUpdate') ?? strategyDefaults(strategy).rollingUpdate;
    return isObject(found) ? found : undefined;
  }

  private get retention(): JsonValue | undefined {
    return fieldOf(this.spec, 'persistentVolumeClaimRetentionPolicy');
  }
}

/** Whether a container of a pod's spec is an init container, by where it is. */
export function isInitContainer({ path }: Located): boolean {
  return path.at(-2) === 'initContainers';
}

/** More pods than this are not listed: a set of a manifest may ask for any number. */
export const MAX_LISTED_PODS = 10_000;

/** The ordinals of the set's pods, ascending; the first ten thousand of them. */
export function setOrdinals({ replicas, firstOrdinal }: SetView): readonly number[] {
  return ordinalsOf(Math.min(replicas, MAX_LISTED_PODS), firstOrdinal);
}

/** The names of the set's pods, in the order in which they are created. */
export function setPodNames(set: SetView): readonly string[] {
  return setOrdinals(set).map((ordinal) => podName(set.name, ordinal));
}

/** The names of the claims of one pod. */
export function podClaimNames({ name, claimTemplates }: SetView, ordinal: number): readonly string[] {
  return claimTemplates.map((template) => claimName(template.name, name, ordinal));
}

function countAt(value: JsonValue | undefined, path: readonly string[]): number | undefined {
  const count = valueAt(value, path);
  return typeof count === 'number' && Number.isInteger(count) && count >= 0 ? count : undefined;
}
