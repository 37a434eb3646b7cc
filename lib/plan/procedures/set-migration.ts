import { fieldOf, isList, isObject, textOf, type JsonObject, type JsonValue } from '../../manifests/json';
import { isSamePath, valueAt } from '../../manifests/field-path';
import { type SetView } from '../../manifests/views/set-view';
import { unmetRequirements } from '../../kubernetes/label-selector';
import {
  dnsLabelProblem,
  dnsSubdomainProblem,
  labelKeyProblem,
  labelValueProblem,
  type NameRule,
} from '../../kubernetes/name-rules';
import { type Change } from '../policy/change';
import { namedPathText } from '../differences/named-path';
import { Effect } from '../policy/effect';
import { immutableFieldOf } from '../policy/field-policy';
import { type UpdatedPair } from '../object-changes';
import { type LiveRollout } from '../live-rollout';
import { type PlanContext, type PlanPart } from '../plan-model';
import { type Rename } from '../renames';
import { REPLICAS, type SetCircumstances } from '../set-judgements';
import { changeSetProcedure } from './change-set';
import { renameSetProcedure } from './rename-set';
import { manualStep, type Step } from './step';
import { stuckRolloutProcedure } from './stuck-rollout';

type MigrationPart = Pick<PlanPart, 'procedure' | 'obstacles'>;

/** The procedure for a set whose update is refused, or why there is none that is safe. */
export function setMigrationOf(
  pair: UpdatedPair,
  { before, after, isReplicasWritten }: SetCircumstances,
  changes: readonly Change[],
  { home, apply: { mode } }: PlanContext,
): MigrationPart {
  const rejected = changes.filter(({ effect }) => effect === Effect.REJECTED);
  const codes = new Set(rejected.map(({ cause }) => cause.code));
  if (!rejected.some(({ cause }) => immutableFieldOf(cause.code) !== undefined)) {
    return {};
  }
  const written = pair.written.new ?? {};
  const namespace = pair.namespace ?? home;
  const obstacles = [
    ...shrinking(before, after, codes),
    ...strangeNames(pair.object, [
      before.name,
      namespace,
      after.serviceName,
      ...templateNames(before, after),
    ]),
    ...replacedVolumes(before, after, written),
    ...strangeLabels(pair.object, before, after),
    ...replicasTakenBack(pair.object, written),
    ...dataAtRisk(pair.object, changes, isReplicasWritten),
  ];
  return obstacles.length > 0
    ? { obstacles }
    : {
        procedure: changeSetProcedure({
          object: pair.object,
          before,
          after,
          mode,
          namespace,
          uid: uidOf(pair.written.old),
          written,
          codes,
          missingLabels: missingLabels(before, after),
        }),
      };
}

/** The procedure for a set whose rollout is stuck, where deleting pods helps, or why there is none that is safe. */
export function stuckMigrationOf(
  pair: UpdatedPair,
  { before, after }: SetCircumstances,
  rollouts: readonly LiveRollout[],
  changes: readonly Change[],
  { home, apply: { mode } }: PlanContext,
): MigrationPart {
  const rollout = rollouts.find(({ deletes }) => deletes.length > 0);
  if (rollout === undefined) {
    return {};
  }
  const namespace = pair.namespace ?? home;
  const obstacles = [
    ...strangeNames(pair.object, [before.name, namespace]),
    ...strangeNames(
      pair.object,
      rollout.deletes.map(({ revision }) => revision),
      dnsSubdomainProblem,
    ),
    ...dataAtRisk(pair.object, changes, true),
  ];
  return obstacles.length > 0
    ? { obstacles }
    : {
        procedure: stuckRolloutProcedure({
          rollout,
          mode,
          before,
          after,
          namespace,
          uid: uidOf(pair.written.old),
          written: pair.written.new ?? {},
        }),
      };
}

/** The procedure for a set that goes while a like one comes, or why there is none that is safe. */
export function renameMigrationOf(
  { from, to }: Rename,
  { before, after }: { readonly before: SetView; readonly after: SetView },
  { home, apply: { mode } }: PlanContext,
): MigrationPart {
  const [namespace, newNamespace] = [from.namespace ?? home, to.namespace ?? home];
  const obstacles = [
    ...strangeNames(to.object, [
      ...[before.name, after.name, namespace, newNamespace, after.serviceName],
      ...templateNames(before, after),
    ]),
    ...missingTemplates(before, after),
    ...replicasTakenBack(to.object, to.written.new ?? {}),
  ];
  return obstacles.length > 0
    ? { obstacles }
    : {
        procedure: renameSetProcedure({
          object: from.object,
          before,
          after,
          mode,
          namespace,
          newNamespace,
          uid: uidOf(from.written.old),
          written: to.written.new ?? {},
        }),
      };
}

/** The UID of an object that comes from a cluster. */
export function uidOf(object: JsonObject | undefined): string | undefined {
  return textOf(fieldOf(object, 'metadata'), 'uid');
}

/** No procedure is written for a name that no API server takes: it would stand in commands. */
export function strangeNames(
  object: string,
  names: readonly (string | undefined)[],
  rule: NameRule = dnsLabelProblem,
): readonly Step[] {
  return names.every((name) => name === undefined || name === '' || rule(name) === undefined)
    ? []
    : [
        manualStep(
          `Correct the names in ${object} first`,
          'The API server accepts only lower case letters, digits and hyphens in them, and no command is written with such a name.',
        ),
      ];
}

function templateNames(...sets: readonly SetView[]): readonly string[] {
  return sets.flatMap(({ claimTemplates }) => claimTemplates.map(({ name }) => name));
}

function shrinking(before: SetView, after: SetView, codes: ReadonlySet<string>): readonly Step[] {
  if (!codes.has('CLAIM_TEMPLATE_SHRUNK')) {
    return [];
  }
  const kept = before.claimTemplates
    .filter(({ name }) => after.claimTemplates.some((template) => template.name === name))
    .map(({ name, storage }) => `${name} at ${storage ?? 'its size'}`);
  return [
    manualStep(
      `Keep the size of the claim templates in the new manifests: ${kept.join(', ')}`,
      'A volume cannot shrink. For smaller volumes add a second set under another name, let the application copy its data there, and remove this one.',
    ),
  ];
}

/** A claim template that takes the place of another one would put an empty volume where the data was. */
function replacedVolumes(before: SetView, after: SetView, written: JsonObject): readonly Step[] {
  const old = new Set(before.claimTemplates.map(({ name }) => name));
  const now = new Set(after.claimTemplates.map(({ name }) => name));
  const [gone, come] = [[...old].filter((name) => !now.has(name)), [...now].filter((name) => !old.has(name))];
  if (gone.length === 0 || come.length === 0) {
    return [];
  }
  const paths = mountPathsOf(written, new Set(come));
  return [
    manualStep(
      `Keep the claim template ${gone.join(', ')} beside ${come.join(', ')}`,
      `In one step the pods would start with new, empty volumes at ${paths.join(', ') || 'their mounts'}, and their data would stay behind in the claims of ${gone.join(', ')}. Keep the old name; or add the new template beside the old one, let the application copy its data, and remove the old one in a later release.`,
    ),
  ];
}

function mountPathsOf(set: JsonObject, volumes: ReadonlySet<string>): readonly string[] {
  const pod = valueAt(set, ['spec', 'template', 'spec']);
  const containers = ['initContainers', 'containers'].flatMap((list) => elements(fieldOf(pod, list)));
  return containers
    .flatMap((container) => elements(fieldOf(container, 'volumeMounts')))
    .filter((mount) => volumes.has(textOf(mount, 'name') ?? ''))
    .flatMap((mount) => textOf(mount, 'mountPath') ?? []);
}

function elements(value: JsonValue | undefined): readonly JsonObject[] {
  return isList(value) ? value.filter(isObject) : [];
}

function missingLabels(before: SetView, after: SetView): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(after.selector?.matchLabels ?? {}).filter(
      ([key, value]) => !(Object.hasOwn(before.podLabels, key) && before.podLabels[key] === value),
    ),
  );
}

/** Labels can give the running pods what matchLabels asks for; nothing makes them fit an expression. */
function strangeLabels(object: string, before: SetView, after: SetView): readonly Step[] {
  const { selector } = after;
  const labels = { ...before.podLabels, ...missingLabels(before, after) };
  const odd = Object.entries(missingLabels(before, after)).filter(
    ([key, value]) => (labelKeyProblem(key) ?? labelValueProblem(value)) !== undefined,
  );
  if (odd.length > 0) {
    return strangeNames(object, ['/']);
  }
  const unmet = selector === undefined ? [] : unmetRequirements(selector, labels);
  return unmet.length === 0
    ? []
    : [
        manualStep(
          `Give the pods of ${after.name} the labels that the new selector asks for in a release of its own`,
          `The running pods do not match ${unmet.join(', ')}, so the new set would not adopt them. Change the labels of the template first and let the pods restart; change the selector afterwards.`,
        ),
      ];
}

/** What deletes or hides data is not done on the way to something else. */
export function dataAtRisk(
  object: string,
  changes: readonly Change[],
  isReplicasWritten: boolean,
): readonly Step[] {
  // Where the manifest leaves the number of pods out, the procedure keeps it.
  const risky = changes.filter(
    ({ effect, path }) =>
      effect === Effect.DATA_AT_RISK && (isReplicasWritten || !isSamePath(path, REPLICAS)),
  );
  return risky.length === 0
    ? []
    : [
        manualStep(
          `Apply the changes that put data of ${object} at risk in a release of their own, or revert them`,
          `${risky.map(({ path, cause }) => `${namedPathText(path)} (${cause.code})`).join(', ')}: no procedure makes such a change together with another one.`,
        ),
      ];
}

/** A null tells kubectl apply to remove the number that the procedure keeps; the API server fills in one pod then. */
function replicasTakenBack(object: string, written: JsonObject): readonly Step[] {
  const spec = fieldOf(written, 'spec');
  return isObject(spec) && spec.replicas === null
    ? [
        manualStep(
          `Leave replicas out of ${object}, or write the number`,
          'With `replicas: null` kubectl apply removes the number that the set has, and the API server sets 1: all other pods would be removed.',
        ),
      ]
    : [];
}

function missingTemplates(before: SetView, after: SetView): readonly Step[] {
  const now = new Set(after.claimTemplates.map(({ name }) => name));
  const gone = before.claimTemplates.map(({ name }) => name).filter((name) => !now.has(name));
  return gone.length === 0
    ? []
    : [
        manualStep(
          `Keep the claim template ${gone.join(', ')} in the set ${after.name}`,
          'Volumes are handed over by the names of their claim templates. Rename the set first, and its claim templates in a release of their own.',
        ),
      ];
}
