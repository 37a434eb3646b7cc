import { nameList } from '../../text/name-list';
import { type Change } from '../policy/change';
import { Effect } from '../policy/effect';
import { type PlanPart } from '../plan-model';
import { type BesideCanary } from './procedure';
import { manualStep, type Step } from './step';

/** What changes beside sets that get a new template rung by rung. */
export interface Beside {
  /** Why a person has to apply some of it first. */
  readonly obstacles: readonly Step[];
  /** What is applied before the first rung; undefined where nothing is. */
  readonly beside?: BesideCanary;
}

/**
 * Rungs apply the manifests of the sets alone, so what changes beside them comes first: pods of the new template may
 * need it. It has to fit the pods of the old template as well, which run beside the others for as long as somebody
 * looks.
 */
export function besideCanary(parts: readonly PlanPart[]): Beside {
  const canaries = parts.flatMap(({ procedure }) => (procedure?.script.back ? [procedure] : []));
  const others = parts.filter(({ procedure }) => procedure?.script.back === undefined);
  if (canaries.length === 0) {
    return { obstacles: [] };
  }
  const changes = others.flatMap((part) => part.changes.filter(isApplied));
  const replaced = others.flatMap(({ procedure }) => procedure?.object ?? []);
  const unsound = namesOf(changes.filter((change) => isWorse(change) || movesClients(change)));
  const first = [...new Set([...replaced, ...unsound])];
  if (first.length > 0) {
    return {
      obstacles: [
        manualStep(
          `Get ${nameList(first)} done first, in a release of its own, then plan the canary`,
          'The pods of the old template run on beside the new ones, and such a change would restart pods, be refused, or send clients to pods of one template alone.',
        ),
      ],
    };
  }
  const objects = namesOf(changes);
  return objects.length === 0
    ? { obstacles: [] }
    : { obstacles: [], beside: { objects, sets: canaries.flatMap(({ set }) => set ?? []) } };
}

/** For people: what changes beside the sets is applied before them. */
export function besideStep({ objects, sets }: BesideCanary): Step {
  return manualStep(
    `Apply ${nameList(objects)}, and everything else but the manifests of ${nameList(sets.map(({ name }) => name))}`,
    'Pods of the new template may need it. The script picks it out of the files (-o script).',
  );
}

/** Objects that are no longer among the manifests: an apply takes none of them away. */
const REMOVED: ReadonlySet<string> = new Set([
  ...['OBJECT_REMOVED', 'CLAIM_REMOVED', 'SET_REMOVED', 'SET_REMOVED_DELETES_DATA'],
]);

function isApplied({ effect, cause }: Change): boolean {
  return effect !== Effect.NONE && !REMOVED.has(cause.code);
}

function isWorse({ effect }: Change): boolean {
  return effect !== Effect.IN_PLACE;
}

/** A selector or a port of a Service that changes fits the pods of one template. */
function movesClients({ cause, path, before }: Change): boolean {
  const isWiring =
    cause.code === 'SERVICE_SELECTOR_CHANGED' || (cause.code === 'SERVICE_CHANGED' && path[1] === 'ports');
  return isWiring && before !== undefined;
}

function namesOf(changes: readonly Change[]): readonly string[] {
  return [...new Set(changes.map(({ object }) => object))];
}
