import { compareTexts } from '../text/compare-texts';
import { comparePaths, type FieldPath } from '../manifests/field-path';
import { type JsonValue } from '../manifests/json';
import { compareManifests, type Manifest } from '../manifests/manifest';
import { type Fault, type RuleDescription } from './rule';

/** A fault of an object, with the rule that found it. */
export interface Finding {
  readonly rule: RuleDescription;
  readonly object: Manifest;
  readonly path: FieldPath;
  /** What is wrong, with the value where it may be shown. */
  readonly message: string;
  /** How to fix it. */
  readonly fix: string;
}

/** The finding that a fault makes. */
export function findingOf(rule: RuleDescription, object: Manifest, fault: Fault): Finding {
  const { path, problem, value } = fault;
  const got = value === undefined || mayBeSecret(path) ? '' : `, got ${valueText(value)}`;
  return { rule, object, path, message: `${problem}${got}`, fix: fault.fix ?? rule.fix };
}

/** Environment variables, arguments and annotations often hold passwords and tokens. */
function mayBeSecret(path: FieldPath): boolean {
  return path.some(
    (step) => step === 'env' || step === 'args' || step === 'command' || step === 'annotations',
  );
}

const SHOWN_LENGTH = 100;

/** A value as it is shown: JSON, cut where it is long. */
export function valueText(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}...` : text;
}

/** Order of findings: by object, then path, then code. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareManifests(a.object, b.object) ||
    compareTexts(a.object.source.file, b.object.source.file) ||
    a.object.source.line - b.object.source.line ||
    comparePaths(a.path, b.path) ||
    compareTexts(a.rule.code, b.rule.code)
  );
}
