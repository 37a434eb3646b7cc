import { groupedBy } from '../grouped';
import { fieldOf, type JsonObject, textOf } from '../json';
import { type Manifest } from '../manifest';
import { type LivePod, livePodOf } from './live-pod';
import { type LiveRevision, liveRevisionOf } from './live-revision';
import { controllerOf } from './owner';

/** What a cluster has of a set beside the set itself. */
export interface LiveSet {
  /** In ascending order of their ordinals. */
  readonly pods: readonly LivePod[];
  /** In ascending order of their numbers. */
  readonly revisions: readonly LiveRevision[];
  /** The revision that the pods had before the update that is under way. */
  readonly currentRevision?: string;
  /** The revision of the set's template, as far as the controller has seen it. */
  readonly updateRevision?: string;
}

/** The pods and revisions among the objects of a cluster, by the set that they belong to. */
export class LiveObjects {
  private readonly byOwner: ReadonlyMap<string, readonly Manifest[]>;

  public constructor(objects: readonly Manifest[]) {
    this.byOwner = groupedBy(
      objects.filter(
        ({ kind, apiVersion }) =>
          (kind === 'Pod' && apiVersion === 'v1') ||
          (kind === 'ControllerRevision' && apiVersion === 'apps/v1'),
      ),
      (object) => controllerOf(object)?.uid ?? '',
    );
  }

  /**
   * What there is of a set; undefined where nobody has read its pods: an input without them says nothing about how
   * they are.
   */
  public of(set: JsonObject | undefined): LiveSet | undefined {
    const uid = textOf(fieldOf(set, 'metadata'), 'uid') ?? '';
    const own = uid === '' ? [] : (this.byOwner.get(uid) ?? []);
    const status = fieldOf(set, 'status');
    const pods = own
      .filter(({ kind }) => kind === 'Pod')
      .flatMap((pod) => livePodOf(pod) ?? [])
      .sort((a, b) => a.ordinal - b.ordinal);
    const arePodsRead = pods.length > 0 || (own.length > 0 && (fieldOf(status, 'replicas') ?? 0) === 0);
    return arePodsRead
      ? {
          pods,
          revisions: own
            .filter(({ kind }) => kind === 'ControllerRevision')
            .map(liveRevisionOf)
            .sort((a, b) => a.number - b.number),
          currentRevision: textOf(status, 'currentRevision'),
          updateRevision: textOf(status, 'updateRevision'),
        }
      : undefined;
  }
}
