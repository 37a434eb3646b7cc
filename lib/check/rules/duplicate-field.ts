import { JudgedKind } from '../../manifests/facts';
import { type Fault, type Rule, Severity } from '../rule';

export const duplicateField: Rule = {
  code: 'DUPLICATE_FIELD',
  severity: Severity.WARNING,
  title: 'no mapping has a key twice',
  why: 'kubectl takes the last one and drops what stands under the first without a word; other tools refuse the file',
  fix: 'remove one of them, or put what stands under both under one',
  kinds: Object.values(JudgedKind),
  check: ({ duplicateKeys }) => duplicateKeys.map((path): Fault => ({ path, problem: 'is written twice' })),
};
