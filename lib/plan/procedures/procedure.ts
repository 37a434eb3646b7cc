import { isObject, type JsonObject, type JsonValue } from '../../manifests/json';
import { type ApplyOptions } from '../apply-mode';
import { type Right } from './right';
import { type ShellCall, type TitledCall } from './shell-call';
import { type Step } from './step';

/**
 * How one object gets through a change that the API server refuses, or that a plain apply would do badly. People read
 * the steps; the script looks at everything first, then changes, and takes up the thread where it was stopped.
 */
export interface Procedure {
  /** The object in words: `StatefulSet prod/web`. */
  readonly object: string;
  /** The object as `kubectl apply --output name` prints it; the API server refuses it until the procedure has run. */
  readonly replaced?: string;
  /** The set whose pods get a new template rung by rung; absent in any other procedure. */
  readonly set?: CanarySet;
  /** The codes of refusals that it gets past. */
  readonly covers: ReadonlySet<string>;
  /** For people, in their order: before the manifests are applied. */
  readonly steps: readonly Step[];
  /** For people: after the manifests are applied. */
  readonly stepsAfterApply: readonly Step[];
  /**
   * Whether the pods become ready only through what comes after the apply: who applies the manifests waits in vain for
   * the set before that.
   */
  readonly isUnreadyUntilFinished?: boolean;
  readonly script: ProcedureScript;
}

/** All procedures of a plan, and the apply that they have in common: what a script is made of. */
export interface Migration {
  readonly procedures: readonly Procedure[];
  readonly apply: Apply;
}

/** A set whose pods get a new template rung by rung. */
export interface CanarySet {
  readonly name: string;
  /** Absent where the script is told. */
  readonly namespace?: string;
}

/** What is applied before the first rung: everything but the sets. */
export interface BesideCanary {
  /** The objects that change, in words. */
  readonly objects: readonly string[];
  readonly sets: readonly CanarySet[];
}

/** How the new manifests are applied. */
export interface Apply {
  readonly how: ApplyOptions;
  /** Absent where no file holds them: the script is told. */
  readonly files?: readonly string[];
  /** The namespace of objects that name none. Absent where the script is told. */
  readonly home?: string;
  /** Whether objects name no namespace, so that `kubectl` needs one. */
  readonly needsNamespace: boolean;
  /** Whether the script has to be told the namespace. */
  readonly asksForNamespace: boolean;
  /** What is applied before anything else, where pods get a new template rung by rung. */
  readonly beside?: BesideCanary;
  /** What the API server must take before anything is changed, as `kubectl apply --output name` prints it. */
  readonly others: readonly string[];
}

/** The same for a script: calls of the functions in `script/`. */
export interface ProcedureScript {
  /** What the new manifest of the object says, as JSON; the calls name it by {@link MANIFEST}. */
  readonly manifest: string;
  /** What its user has to be allowed to do. */
  readonly rights: readonly Right[];
  /** Says which object it is about; repeated before each of the parts below. */
  readonly about: readonly ShellCall[];
  /** Changes nothing, and stops where something is not as it must be. */
  readonly looks: readonly ShellCall[];
  /** Before the manifests are applied. */
  readonly changes: readonly TitledCall[];
  /** After the manifests are applied. */
  readonly finishes: readonly TitledCall[];
  /** Instead of all that, where the script is run with `--step back`; absent where it has no such option. */
  readonly back?: readonly ShellCall[];
}

/** A manifest as JSON, its keys in order: one plan makes one script. */
export function manifestJson(manifest: JsonObject): string {
  return JSON.stringify(manifest, (_, value: JsonValue) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}
