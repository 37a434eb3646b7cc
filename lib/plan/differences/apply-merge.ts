import { type FieldType } from '../../kubernetes/fields';
import { withDecodedNulls } from '../../manifests/defaults/absent-values';
import { type JsonObject } from '../../manifests/json';
import { patched } from './merge-patch/apply-patch';
import { patchBetween } from './merge-patch/create-patch';
import { UnpatchableError } from './merge-patch/directives';
import { typeOf } from './place';

/** What `kubectl apply` compares. */
export interface ApplyInput {
  /** The manifest that was applied last. */
  readonly applied: JsonObject;
  /** The manifest to be applied. */
  readonly wanted: JsonObject;
  /** The object in the cluster, with defaults. */
  readonly live: JsonObject;
}

/** What `kubectl apply` asks the API server to store. */
export interface Merged {
  /** The object; the manifest itself where no patch leads to one. */
  readonly object: JsonObject;
  /** Why there is no patch, or why the API server can't make anything of it. */
  readonly problem?: UnpatchableError;
}

/**
 * The object that `kubectl apply` asks the API server to store: what is wanted, without what was applied and is
 * no longer wanted, with what only the cluster knows, defaults among it. An own model of kubectl's three-way merge.
 */
export function threeWayMerge(input: ApplyInput): Merged {
  const type = typeOf(input.wanted);
  try {
    const patch = applyPatch(input, type);
    // What the server stores has no nulls left to decode.
    return Object.keys(patch).length === 0
      ? { object: input.live }
      : { object: withDecodedNulls(patched(input.live, patch, type, 'object')) };
  } catch (error) {
    if (error instanceof UnpatchableError) {
      return { object: input.wanted, problem: error };
    }
    throw error;
  }
}

/** The patch that kubectl sends: what changes from the live object, and what goes since the last apply. */
function applyPatch({ applied, wanted, live }: ApplyInput, type: FieldType): JsonObject {
  const changes = patchBetween(live, wanted, type, { additions: true, deletions: false });
  const deletions = patchBetween(applied, wanted, type, { additions: false, deletions: true });
  return patched(deletions, changes, type, 'patch');
}
