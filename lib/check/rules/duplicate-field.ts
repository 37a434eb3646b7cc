import { FULLY_JUDGED_KINDS } from '../../manifests/judged-kind';
import { type Fault, type Rule, Severity } from '../rule';

export const duplicateField: Rule = {
  code: 'DUPLICATE_FIELD',
  severity: Severity.WARNING,
  title: 'no mapping has the same key twice',
  why: 'kubectl uses the last value and silently drops the first; other tools reject the file',
  fix: 'remove one of them, or merge both values under one key',
  kinds: FULLY_JUDGED_KINDS,
  check: ({ manifest }) =>
    manifest.duplicateKeys.map((path): Fault => ({ path, problem: 'is written twice' })),
};
