import { type KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { type JsonObject } from '../../../lib/manifests/json';
import { LastWalk } from '../../../lib/manifests/last-walk';
import { manifestOf } from '../../../lib/manifests/manifest';
import { SetView } from '../../../lib/manifests/views/set-view';

/** The view of a set, for a cluster of a version. */
export function setViewOf(set: JsonObject, version: KubernetesVersion): SetView {
  return new SetView(manifestOf(set), new LastWalk(version));
}
