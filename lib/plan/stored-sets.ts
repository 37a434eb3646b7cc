import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { type JsonObject } from '../manifests/json';
import { LastWalk } from '../manifests/last-walk';
import { manifestOf } from '../manifests/manifest';
import { SetView } from '../manifests/views/set-view';

/** The sets of a plan, old and new, as the API server stores them: a view of each, made once. */
export class StoredSets {
  private readonly views = new Map<JsonObject, SetView>();
  private readonly walk: LastWalk;

  public constructor(version: KubernetesVersion) {
    this.walk = new LastWalk(version);
  }

  /** The view of a stored set. Objects to be compared do not carry their namespace. */
  public of(
    stored: JsonObject,
    { name, namespace }: { readonly name: string; readonly namespace?: string },
  ): SetView {
    const view = this.views.get(stored) ?? new SetView({ ...manifestOf(stored), name, namespace }, this.walk);
    this.views.set(stored, view);
    return view;
  }
}
