import { fieldOf, isObject } from '../manifests/json';
import { type Manifest } from '../manifests/manifest';
import { type Finding, findingOf } from './finding';
import { type RuleDescription, Severity } from './rule';

/** Annotations that begin with this and end with a code acknowledge that finding; their value is the reason. */
export const ACKNOWLEDGE_PREFIX = 'cdk8s-stateful/acknowledge.';

/** An acknowledgement that matches no finding. */
export const ACKNOWLEDGEMENT_UNUSED: RuleDescription = {
  code: 'ACKNOWLEDGEMENT_UNUSED',
  severity: Severity.WARNING,
  title: 'an acknowledgement matches a finding of its object',
  why: 'the finding is gone, or the code is misspelt: the acknowledgement would hide the next finding of that code',
  fix: 'remove the annotation, or correct the code',
};

/** An acknowledgement that gives no reason. It acknowledges nothing. */
export const ACKNOWLEDGEMENT_WITHOUT_REASON: RuleDescription = {
  code: 'ACKNOWLEDGEMENT_WITHOUT_REASON',
  severity: Severity.WARNING,
  title: 'an acknowledgement gives a reason',
  why: 'without a reason nobody can tell whether the risk was considered, so the finding stays',
  fix: 'write the reason as the value of the annotation',
};

/** The findings that no acknowledgement of their object covers, and the acknowledgements that are wrong. */
export function applyAcknowledgements(
  object: Manifest,
  findings: readonly Finding[],
): { readonly findings: readonly Finding[]; readonly acknowledged: number } {
  const acknowledgements = acknowledgementsOf(object);
  if (acknowledgements.size === 0) {
    return { findings, acknowledged: 0 };
  }
  const covering = new Set([...acknowledgements].filter(([, reason]) => reason !== '').map(([code]) => code));
  const found = new Set(findings.map(({ rule }) => rule.code));
  const open = findings.filter(({ rule }) => !covering.has(rule.code));
  const wrong = [...acknowledgements].flatMap(([code, reason]): Finding[] => {
    const path = ['metadata', 'annotations', ACKNOWLEDGE_PREFIX + code];
    if (reason === '') {
      return [findingOf(ACKNOWLEDGEMENT_WITHOUT_REASON, object, { path, problem: 'must give a reason' })];
    }
    return found.has(code)
      ? []
      : [findingOf(ACKNOWLEDGEMENT_UNUSED, object, { path, problem: 'matches no finding of this object' })];
  });
  return { findings: [...open, ...wrong], acknowledged: findings.length - open.length };
}

/** Codes and reasons. Only text is a reason. */
function acknowledgementsOf({ content }: Manifest): ReadonlyMap<string, string> {
  const annotations = fieldOf(fieldOf(content, 'metadata'), 'annotations');
  return new Map(
    Object.entries(isObject(annotations) ? annotations : {})
      .filter(([key]) => key.startsWith(ACKNOWLEDGE_PREFIX))
      .map(([key, reason]) => [
        key.slice(ACKNOWLEDGE_PREFIX.length),
        typeof reason === 'string' ? reason.trim() : '',
      ]),
  );
}
