import { type Baseline, withoutBaseline } from './baseline';
import { type CheckResult } from './check';
import { type Finding } from './finding';

/** Which findings somebody wants to see. */
export interface Narrowing {
  /** The codes that are left out. */
  readonly ignore: ReadonlySet<string>;
  /** The only codes that are shown; all where it is empty. */
  readonly only: ReadonlySet<string>;
  /** Whether the findings of a file are left out. */
  readonly isSkipped: (file: string) => boolean;
  readonly baseline?: Baseline;
}

/** The result without the findings that nobody wants to see. */
export function narrowed(result: CheckResult, { ignore, only, isSkipped, baseline }: Narrowing): CheckResult {
  const isShown = ({ rule, object }: Finding): boolean =>
    !ignore.has(rule.code) && (only.size === 0 || only.has(rule.code)) && !isSkipped(object.source.file);
  // The baseline first: what is left out for another reason is no stale entry of it.
  const { open, stale } =
    baseline === undefined
      ? { open: result.findings, stale: [] }
      : withoutBaseline(result.findings, baseline);
  const findings = open.filter(isShown);
  return {
    ...result,
    findings,
    clean: result.clean.filter(({ source }) => !isSkipped(source.file)),
    ignored: open.length - findings.length,
    baselined: result.findings.length - open.length,
    staleBaseline: stale,
  };
}
