import * as path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type JsonObject } from '../../lib/manifests/json';
import { manifestOf } from '../../lib/manifests/manifest';
import { readManifests } from '../../lib/manifests/reading/read-manifests';
import { type ApplyOptions } from '../../lib/plan/apply-mode';
import { plan } from '../../lib/plan/plan';
import { type Plan } from '../../lib/plan/plan-model';
import {
  type Ended,
  isWhole,
  kubectl,
  list,
  type LiveObject,
  type Place,
  serverRelease,
  until,
} from './cluster';
import { isReady } from './observe';
import { type Deletion } from './script-run';
import { objectsOf, type StuckSet } from './stuck-sets';

const READ = 'sts,svc,pvc,pdb,hpa,pods,controllerrevisions';
/** For so long nothing happens any more in a set that is stuck. */
const REST_MS = 2500;

/** Applies a set and its Service as a person would. */
export async function apply(
  place: Place,
  name: string,
  object: JsonObject,
  options: readonly string[] = [],
): Promise<void> {
  const file = path.join(place.folder, place.write(name, objectsOf(object)));
  const { code, err } = await kubectl(
    ...['apply', '--namespace', place.namespace, '--filename', file, ...options],
  );
  expect({ code, err }).toMatchObject({ code: 0 });
}

/** Waits until the pods have been the same for a while. */
export async function rested(namespace: string): Promise<void> {
  let [last, since] = ['', Date.now()];
  await until('nothing more happens', async () => {
    const now = JSON.stringify((await list('pod', namespace)).map((pod) => [pod.metadata.uid, isReady(pod)]));
    if (now !== last) {
      [last, since] = [now, Date.now()];
    }
    return Date.now() - since > REST_MS;
  });
}

/** Brings a set to where it is stuck. */
export async function begin(
  { before, deletedOnTheWay = [] }: StuckSet,
  place: Place,
  applyOptions: readonly string[] = [],
): Promise<void> {
  for (const [index, object] of before.entries()) {
    await apply(place, `before-${index}.yaml`, object, applyOptions);
    await rested(place.namespace);
  }
  for (const pod of deletedOnTheWay) {
    await kubectl('delete', 'pod', pod, '--namespace', place.namespace);
    await rested(place.namespace);
  }
}

/** The plan from what the cluster has, read as people read it. */
export async function planned({ fix }: StuckSet, place: Place, how?: ApplyOptions): Promise<Plan> {
  const { out } = await kubectl(
    ...['get', READ, '--namespace', place.namespace, '--output', 'yaml', '--show-managed-fields'],
  );
  return plan({
    old: readManifests(out, 'live.yaml').manifests,
    new: objectsOf(fix).map((object) => manifestOf(object)),
    ...(await serverRelease()),
    namespace: place.namespace,
    files: [place.write('fix.yaml', objectsOf(fix))],
    now: Date.now(),
    apply: how,
  });
}

/** Every pod that was ever seen ready, by its UID, while something goes on. */
export class Watch {
  public readonly ready = new Set<string>();
  private isOver = false;
  private readonly watching: Promise<void>;

  public constructor(private readonly namespace: string) {
    this.watching = this.watch();
  }

  public async end(): Promise<void> {
    this.isOver = true;
    await this.watching;
  }

  private async watch(): Promise<void> {
    while (!this.isOver) {
      for (const pod of await list('pod', this.namespace)) {
        if (isReady(pod)) {
          this.ready.add(pod.metadata.uid);
        }
      }
      await setTimeout(40);
    }
  }
}

/** The pods that are ready. */
export async function readyUids(namespace: string): Promise<ReadonlySet<string>> {
  return new Set((await list('pod', namespace)).filter(isReady).map(({ metadata }) => metadata.uid));
}

/** The names of deleted pods. */
export function podsOf(deletions: readonly Deletion[]): readonly string[] {
  return deletions.map(({ name }) => name);
}

/** The set is whole as the fix wants it. */
export async function expectMended(
  { namespace, folder }: Place,
  run: Ended,
  applyOptions: readonly string[] = [],
): Promise<void> {
  expect({ code: run.code, err: run.code === 0 ? '' : `${run.err}${run.out}` }).toEqual({ code: 0, err: '' });
  await until('the set is whole', () => isWhole(namespace));
  const pods: readonly LiveObject[] = await list('pod', namespace);
  expect(pods.every(isReady)).toBe(true);
  const file = path.join(folder, 'fix.yaml');
  expect(await kubectl('diff', '--namespace', namespace, '--filename', file, ...applyOptions)).toMatchObject({
    out: '',
  });
}
