import { groupOf } from '../../kubernetes/api-group';
import { isNamespaced } from '../../kubernetes/fields';
import { type Manifest } from '../../manifests/manifest';
import { applyCommand, type ApplyOptions } from '../apply-mode';
import { KUBECTL } from '../differences/server-apply/field-managers';
import { namedPathText } from '../differences/named-path';
import { Effect } from '../policy/effect';
import { nameList } from '../../text/name-list';
import { type PlanContext, type PlanPart } from '../plan-model';
import { type FaultsByManifest } from '../refusals/creation-faults';
import { besideCanary, besideStep } from './beside-canary';
import { type Apply, type Migration, type Procedure } from './procedure';
import { kubectl, manualStep, type Step } from './step';

/** What procedures may know. */
export interface MigrationContext extends PlanContext {
  /** The field managers under which the objects are applied server-side, each once. */
  readonly appliers: readonly string[];
}

/** What people do and what a script does, where an apply alone does not get there. */
export function migrationOf(
  parts: readonly PlanPart[],
  faultsInCreation: () => FaultsByManifest,
  asked: MigrationContext,
): { readonly steps: readonly Step[]; readonly migration?: Migration } {
  const context = { ...asked, apply: namedApply(asked) };
  const procedures = parts.flatMap(({ procedure }) => procedure ?? []);
  const obstacles = parts.flatMap(({ obstacles: own = [] }) => own);
  if (procedures.length === 0) {
    return { steps: obstacles };
  }
  const { obstacles: obstaclesBeside, beside } = besideCanary(parts);
  const manual = [
    ...obstacles,
    ...otherRefusals(parts, faultsInCreation(), context),
    ...obstaclesBeside,
    ...strangeObjects(context),
    ...mixedNamespaces(context),
    ...mixedManagers(asked),
  ];
  return manual.length > 0
    ? { steps: manual }
    : {
        steps: [...(beside ? [besideStep(beside)] : []), ...stepsOf(procedures, context)],
        migration: { procedures, apply: { ...applyOf(procedures, context), beside } },
      };
}

function stepsOf(
  procedures: readonly Procedure[],
  { files, home, apply: how }: PlanContext,
): readonly Step[] {
  const names = (files ?? ['new.yaml']).flatMap((file) => ['--filename', file]);
  const apply: Step = {
    title: 'Apply the new manifests',
    command: kubectl(home, ...applyCommand(how), ...names),
    why: whyApply(procedures),
  };
  return [
    ...procedures.flatMap(({ steps }) => steps),
    apply,
    ...procedures.flatMap(({ stepsAfterApply }) => stepsAfterApply),
  ];
}

function whyApply(procedures: readonly Procedure[]): string {
  if (procedures.some(({ script }) => script.back !== undefined)) {
    return 'This is the last rung: all other pods get the new template, too, and the partition is the one of the manifests.';
  }
  return procedures.some(({ steps }) => steps.length > 0)
    ? 'A set that is created again adopts the running pods that its selector matches. Where the pod template is unchanged, none of them restarts.'
    : 'A pod that is deleted comes back from the template that the set has then.';
}

/** What the API server refuses for another reason must be mended first: nothing is deleted before that. */
function otherRefusals(
  parts: readonly PlanPart[],
  faults: FaultsByManifest,
  context: PlanContext,
): readonly Step[] {
  const refused = parts
    .filter(({ obstacles }) => obstacles === undefined)
    .flatMap(({ changes, procedure }) =>
      changes.filter(
        ({ effect, cause }) => effect === Effect.REJECTED && procedure?.covers.has(cause.code) !== true,
      ),
    )
    .map(({ object, path, cause }) => `${object} ${namedPathText(path)} (${cause.code})`);
  const broken = context.new.flatMap((manifest) =>
    (faults.get(manifest.content) ?? []).map(
      ({ rule, object }) => `${object.kind} ${object.name ?? ''} (${rule.code})`,
    ),
  );
  const all = [...new Set([...refused, ...broken])];
  return all.length === 0
    ? []
    : [
        manualStep(
          'Correct what else the API server rejects in the new manifests, then plan again',
          `${nameList(all)}. No procedure is offered while the new manifests have faults of their own: an object that is deleted first could not be created again.`,
        ),
      ];
}

/** Every object stands in the script by its kind and name, so each must be one that an API server could take. */
function strangeObjects({ new: wanted }: PlanContext): readonly Step[] {
  return wanted.every((manifest) => /^[\x21-\x7e]+$/.test(resourceName(manifest)))
    ? []
    : [
        manualStep(
          'Correct the kinds and names of all objects in the new manifests first',
          'Some contain characters that no API server accepts in a name, and no command is written with such a name.',
        ),
      ];
}

/** `kubectl` takes one namespace for all objects that name none, and refuses it for those that name another one. */
function mixedNamespaces(context: PlanContext): readonly Step[] {
  const named = new Set(context.new.flatMap(({ namespace }) => namespace ?? []));
  const isMixed = context.new.some(hasNoNamespace) && [...named].some((one) => one !== context.home);
  return isMixed
    ? [
        manualStep(
          'Write the namespace into every object of the new manifests',
          `Some name ${nameList([...named])}, others none: no single kubectl apply puts all of them where they belong.`,
        ),
      ]
    : [];
}

/** The apply under the name under which the objects have been applied so far, where nobody says another one. */
function namedApply({ apply, appliers }: MigrationContext): ApplyOptions {
  const [fieldManager = KUBECTL] = appliers;
  return apply.fieldManager !== undefined || fieldManager === KUBECTL ? apply : { ...apply, fieldManager };
}

/** `kubectl` applies all objects under one name, which stands in commands. */
function mixedManagers({ apply: { fieldManager }, appliers }: MigrationContext): readonly Step[] {
  if (fieldManager === undefined && appliers.length > 1) {
    return [
      manualStep(
        'Say under which name the manifests are applied: --field-manager NAME',
        `The objects have been applied under several names: ${nameList([...appliers].sort())}. One kubectl apply has one name, and would conflict with the others.`,
      ),
    ];
  }
  const [name = KUBECTL] = fieldManager === undefined ? appliers : [fieldManager];
  return /^[\x21-\x7e]+$/.test(name)
    ? []
    : [
        manualStep(
          'Give the field manager a name of plain letters: --field-manager NAME',
          'The name under which the manifests are applied has characters that no command is written with.',
        ),
      ];
}

function hasNoNamespace({ apiVersion, kind, namespace }: Manifest): boolean {
  return namespace === undefined && isNamespaced(apiVersion, kind);
}

function applyOf(
  procedures: readonly Procedure[],
  { new: wanted, files, home, apply: how }: PlanContext,
): Apply {
  const replaced = new Set(procedures.map((procedure) => procedure.replaced));
  const needsNamespace = wanted.some(hasNoNamespace);
  return {
    how,
    files,
    home,
    needsNamespace,
    asksForNamespace: home === undefined && needsNamespace,
    others: wanted
      .map(resourceName)
      .filter((name) => !replaced.has(name))
      .sort(),
  };
}

/** The object as `kubectl apply --output name` prints it: `statefulset.apps/web`. */
function resourceName({ apiVersion, kind, name = '' }: Manifest): string {
  const group = groupOf(apiVersion);
  return `${kind.toLowerCase()}${group === '' ? '' : `.${group}`}/${name}`;
}
