import { RefusedError, requireShape } from '../errors/refusal';
import { FLAG, listOf, OBJECT, oneOf, PLAIN_TEXT, required, struct, type Shape } from '../errors/shape';
import { KubernetesVersion } from '../kubernetes/kubernetes-version';
import { ApplyMode } from '../plan/apply-mode';
import { Effect } from '../plan/policy/effect';
import { type JsonObject } from '../manifests/json';

const VERSION = { kubernetesVersion: oneOf(KubernetesVersion) };

/** The shapes of what the classes of the analysis are given; {@link requireShape} asks for them. */
export const CHECKS_OPTIONS = struct({ ...VERSION, strict: FLAG });
export const PLAN_OPTIONS = struct({
  ...VERSION,
  namespace: PLAIN_TEXT,
  applyMode: oneOf(ApplyMode),
  fieldManager: PLAIN_TEXT,
  forceConflicts: FLAG,
  whatIfBroken: FLAG,
  failOn: oneOf(Effect),
});
export const UPGRADE_OPTIONS = required(
  struct({
    fromKubernetesVersion: required(PLAIN_TEXT),
    toKubernetesVersion: required(PLAIN_TEXT),
    applyMode: oneOf(ApplyMode),
    namespace: PLAIN_TEXT,
  }),
);
export const OVERVIEW_OPTIONS = struct({ ...VERSION, namespace: PLAIN_TEXT });
export const SOURCES = required(listOf(PLAIN_TEXT));

/**
 * Refuses arguments of a method that no compiler has looked at.
 *
 * @throws WRONG_TYPE, FIELD_MISSING, VALUE_NOT_ALLOWED
 */
export function requireArguments(
  method: string,
  given: Readonly<Record<string, unknown>>,
  shapes: Readonly<Record<string, Shape>>,
): void {
  requireShape(method, given, struct(shapes));
}

/**
 * Objects as they would be written to a file.
 *
 * @throws WRONG_TYPE where they are no list of plain objects
 */
export function plainObjects(method: string, manifests: unknown): readonly JsonObject[] {
  requireArguments(method, { manifests }, { manifests: required(listOf(OBJECT)) });
  const plain = (manifests as readonly unknown[]).map((manifest, index) =>
    plainObject(method, `manifests[${index}]`, manifest),
  );
  requireArguments(method, { manifests: plain }, { manifests: listOf(OBJECT) });
  return plain as readonly JsonObject[];
}

function plainObject(method: string, subject: string, manifest: unknown): unknown {
  try {
    // What JSON has no word for, such as a function, is undefined.
    const text = JSON.stringify(manifest) as string | undefined;
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    throw new RefusedError(method, {
      code: 'WRONG_TYPE',
      subject,
      problem: 'must be plain data, such as Testing.synth(chart) returns',
      value: manifest,
    });
  }
}
