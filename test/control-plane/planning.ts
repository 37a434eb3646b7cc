import { type Manifest, manifestOf } from '../../lib/manifests/manifest';
import { readManifests } from '../../lib/manifests/reading/read-manifests';
import { type ApplyOptions } from '../../lib/plan/apply-mode';
import { plan } from '../../lib/plan/plan';
import { type Plan } from '../../lib/plan/plan-model';
import { applied, isWhole, kubectl, type Place, serverVersion, until } from './cluster';
import { type KindOfChange } from './kinds-of-change';

/** What a plan is made from: the manifests, or what the cluster has. */
export type Origin = 'manifests' | 'cluster';

const READ = 'statefulsets,services,persistentvolumeclaims,poddisruptionbudgets,configmaps';

async function oldSide({ old }: KindOfChange, place: Place, origin: Origin): Promise<readonly Manifest[]> {
  if (origin === 'manifests') {
    return old.map((object) => manifestOf(object));
  }
  const { out } = await kubectl(
    ...['get', READ, '--namespace', place.namespace, '--output', 'yaml', '--show-managed-fields'],
  );
  return readManifests(out, 'live.yaml').manifests;
}

/** Brings the old objects up, and does to them what somebody did. */
export async function begin(
  kind: KindOfChange,
  place: Place,
  applyOptions: readonly string[] = [],
): Promise<void> {
  await applied(place, 'old.yaml', kind.old, applyOptions);
  if (kind.scaledTo !== undefined) {
    await kubectl(
      ...['scale', 'statefulset/web', `--replicas=${kind.scaledTo}`, '--namespace', place.namespace],
    );
    await until('the set has its new size', () => isWhole(place.namespace));
  }
}

/** Plans the way from the old objects to the new ones, which lie in the folder of the place. */
export async function planned(
  kind: KindOfChange,
  place: Place,
  origin: Origin = 'manifests',
  apply?: ApplyOptions,
): Promise<Plan> {
  const file = place.write('new.yaml', kind.wanted);
  return plan({
    old: await oldSide(kind, place, origin),
    new: kind.wanted.map((object) => manifestOf(object)),
    version: await serverVersion(),
    namespace: place.namespace,
    files: [file],
    apply,
  });
}
