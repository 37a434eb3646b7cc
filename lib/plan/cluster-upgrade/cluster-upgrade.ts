import { type KubernetesRelease } from '../../kubernetes/kubernetes-version';
import {
  hasRegression,
  honoursMaxUnavailable,
  isOlder,
  MAX_UNAVAILABLE,
  MAX_UNAVAILABLE_TOO_EARLY,
  REVISIONS_MADE_ANEW,
} from '../../kubernetes/releases';
import { leastOneProblem } from '../../kubernetes/int-or-percent';
import { type JsonValue } from '../../manifests/json';
import { maxUnavailableInvalid } from '../../check/rules/max-unavailable-invalid';
import { type FieldPath, isSamePath, valueAt } from '../../manifests/field-path';
import { type Manifest, objectText } from '../../manifests/manifest';
import { defaulted } from '../../manifests/defaults/defaulted';
import { type SetView } from '../../manifests/views/set-view';
import { ApplyMode, type ApplyOptions } from '../apply-mode';
import { plan } from '../plan';
import { type Change } from '../policy/change';
import { Effect, worst } from '../policy/effect';
import { refusedInCreationSince } from '../refusals/creation-faults';
import { refusedChange } from '../refusals/refused-change';
import { setRolloutOf } from '../rollout/set-rollout';
import { paceOf } from '../set-judgements';
import { StoredViews } from '../stored-views';

/** The manifests that stay, and the two releases of the cluster. */
export interface ClusterUpgradeInput {
  readonly manifests: readonly Manifest[];
  readonly from: KubernetesRelease;
  readonly to: KubernetesRelease;
  readonly namespace?: string;
  readonly apply?: ApplyOptions;
}

/** When something happens: with the upgrade itself, with the next apply of the same manifests, or to recreated objects. */
export type Moment = 'upgrade' | 'next-apply' | 'creation';

/** Something that another release of the cluster does otherwise with the same manifest. */
export interface ReleaseChange extends Change {
  readonly moment: Moment;
}

/** What becomes of manifests that stay as they are while the cluster gets another version. */
export interface ClusterUpgrade {
  readonly from: KubernetesRelease;
  readonly to: KubernetesRelease;
  readonly apply: ApplyOptions;
  /** The worst effect of all. */
  readonly effect: Effect;
  readonly changes: readonly ReleaseChange[];
}

const TEMPLATE: FieldPath = ['spec', 'template'];

/** What the newer release does otherwise. Pure; never throws on what it is given. */
export function clusterUpgrade(input: ClusterUpgradeInput): ClusterUpgrade {
  const { from, to, apply = { mode: ApplyMode.CLIENT, isForced: false } } = input;
  const sets = input.manifests.filter(
    ({ kind, apiVersion }) => kind === 'StatefulSet' && apiVersion === 'apps/v1',
  );
  const atNextApply = nextApply({ ...input, apply });
  const changes = [
    ...sets.flatMap((set) => regressions(set, input)),
    ...atNextApply,
    ...sets.flatMap((set) => maxUnavailable(set, input)),
    ...inCreation(input, atNextApply),
  ];
  return { from, to, apply, effect: worst(changes.map(({ effect }) => effect)), changes };
}

/** What the controller does at once. */
function regressions(set: Manifest, { from, to }: ClusterUpgradeInput): readonly ReleaseChange[] {
  const facts = viewOf(set, to);
  const object = objectText(set);
  const found: ReleaseChange[] = [];
  const isMadeAnew =
    hasRegression(to, REVISIONS_MADE_ANEW) && from.version !== to.version && isOlder(from, to);
  if (isMadeAnew) {
    const rollout = setRolloutOf({
      before: facts,
      after: facts,
      isTemplateChanged: true,
      version: to.version,
    });
    const { restarted } = rollout;
    found.push({
      object,
      path: TEMPLATE,
      effect: restarted.count > 0 ? Effect.ROLLING_RESTART : Effect.NONE,
      cause: {
        code: 'REVISION_MADE_ANEW',
        release: to,
        issue: REVISIONS_MADE_ANEW.issue,
        restarted,
        pace: paceOf(rollout),
      },
      moment: 'upgrade',
    });
  }
  const isBlocking = (release: KubernetesRelease): boolean =>
    hasRegression(release, MAX_UNAVAILABLE_TOO_EARLY);
  if (isBlocking(to) && !isBlocking(from) && !facts.isOrdered) {
    found.push({
      object,
      path: ['spec', 'podManagementPolicy'],
      effect: Effect.NONE,
      cause: { code: 'UNREADY_PODS_BLOCK', release: to, issue: MAX_UNAVAILABLE_TOO_EARLY.issue },
      moment: 'upgrade',
    });
  }
  return found;
}

/** What the same manifests bring about when they are applied the next time. */
function nextApply({ manifests, from, to, namespace, apply }: ClusterUpgradeInput): readonly ReleaseChange[] {
  const { changes } = plan({
    old: manifests,
    new: manifests,
    version: to.version,
    storedBy: from.version,
    namespace,
    apply,
  });
  return changes
    .filter(({ path, effect }) => effect === Effect.REJECTED || !isSamePath(path, MAX_UNAVAILABLE))
    .map((change) => ({ ...change, moment: 'next-apply' }));
}

function viewOf({ content, name = '', namespace }: Manifest, { version }: KubernetesRelease): SetView {
  return new StoredViews(version).setOf(defaulted(content, version), { name, namespace });
}

function maxUnavailable(set: Manifest, { from, to }: ClusterUpgradeInput): readonly ReleaseChange[] {
  const value = valueAt(set.content, MAX_UNAVAILABLE);
  const [was, is] = [from, to].map(honoursMaxUnavailable);
  if (isRefusedByPatch(value, to)) {
    return [
      {
        object: objectText(set),
        path: MAX_UNAVAILABLE,
        after: value,
        effect: Effect.REJECTED,
        cause: {
          code: maxUnavailableInvalid.code,
          fault: { message: leastOneProblem(value) ?? '', fix: maxUnavailableInvalid.fix },
        },
        moment: 'next-apply',
      },
    ];
  }
  return value === undefined || value === null || was === is
    ? []
    : [
        {
          object: objectText(set),
          path: MAX_UNAVAILABLE,
          ...(is ? { after: value } : { before: value }),
          effect: Effect.IN_PLACE,
          cause: { code: is ? 'MAX_UNAVAILABLE_HONOURED' : 'MAX_UNAVAILABLE_IGNORED', release: to },
          moment: is ? 'next-apply' : 'upgrade',
        },
      ];
}

/** Whether a patch release judges a value that other patches of its version drop, and refuses it. */
function isRefusedByPatch(value: JsonValue | undefined, to: KubernetesRelease): value is number | string {
  return (
    hasRegression(to, MAX_UNAVAILABLE_TOO_EARLY) &&
    (typeof value === 'number' || typeof value === 'string') &&
    leastOneProblem(value) !== undefined
  );
}

/** What is let be where it is there, and refused where it is recreated, such as after a restore. */
function inCreation(
  { manifests, from, to }: ClusterUpgradeInput,
  known: readonly Change[],
): readonly ReleaseChange[] {
  return refusedInCreationSince(from.version, to.version, manifests)
    .map((finding) => refusedChange(objectText(finding.object), finding))
    .filter(
      ({ object, path, cause }) =>
        !known.some(
          (change) =>
            change.object === object && change.cause.code === cause.code && isSamePath(change.path, path),
        ),
    )
    .map((change) => ({ ...change, moment: 'creation' }));
}
