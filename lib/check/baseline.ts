import { isList, isObject, type JsonValue } from '../manifests/json';
import { type Finding } from './finding';
import { fingerprintOf } from './finding-fingerprint';

/** The version of the file. It grows when fingerprints are made in another way. */
const BASELINE_VERSION = 1;

/** Findings that a team starts with: a fingerprint for each, as often as it is found. */
export interface Baseline {
  readonly version: typeof BASELINE_VERSION;
  /** Sorted, so that a change of the file shows what came and went. */
  readonly findings: readonly string[];
}

/** The baseline that covers findings. */
export function baselineOf(findings: readonly Finding[]): Baseline {
  return { version: BASELINE_VERSION, findings: findings.map(fingerprintOf).sort() };
}

/** The baseline that JSON holds; undefined where it holds none. */
export function parsedBaseline(text: string): Baseline | undefined {
  try {
    const value = JSON.parse(text) as JsonValue;
    const findings = isObject(value) && value.version === BASELINE_VERSION ? value.findings : undefined;
    return isList(findings) && findings.every((finding) => typeof finding === 'string')
      ? { version: BASELINE_VERSION, findings }
      : undefined;
  } catch {
    return undefined;
  }
}

/** What a baseline leaves. */
export interface BaselineResult {
  /** The findings that it does not cover. */
  readonly open: readonly Finding[];
  /** Its entries that nothing is found for any more. */
  readonly stale: readonly string[];
}

/** Takes out the findings that a baseline covers: of equal ones as many as it has. */
export function withoutBaseline(findings: readonly Finding[], baseline: Baseline): BaselineResult {
  const left = new Map<string, number>();
  for (const fingerprint of baseline.findings) {
    left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  }
  const open = findings.filter((finding) => {
    const fingerprint = fingerprintOf(finding);
    const count = left.get(fingerprint) ?? 0;
    left.set(fingerprint, count - 1);
    return count <= 0;
  });
  const stale = [...left].flatMap(([fingerprint, count]) =>
    Array<string>(Math.max(0, count)).fill(fingerprint),
  );
  return { open, stale };
}
