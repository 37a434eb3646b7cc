import { JudgedKind } from '../../manifests/facts';
import { isObject } from '../../manifests/json';
import { valueAt } from '../../manifests/field-path';
import { claimTemplatesOf } from '../../manifests/stateful-set';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

/** Keys whose values change from release to release. */
const RELEASE_KEY = /(^|[/.-])(version|chart|checksum|revision|build|commit|git-sha|timestamp)$|^checksum\//i;

export const claimTemplateVersionLabel: Rule = {
  code: 'CLAIM_TEMPLATE_VERSION_LABEL',
  severity: Severity.WARNING,
  title: 'claim templates have no label or annotation that changes with each release',
  why: 'the API server rejects every change of a claim template, even of its labels: the next release with another version fails',
  fix: 'remove it from the claim template; the labels of the set and of its pods may change',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const templates = claimTemplatesOf(set);
    if (templates.length === 0) {
      return NOT_APPLICABLE;
    }
    return templates.flatMap(({ path, value }) =>
      ['labels', 'annotations'].flatMap((field) => {
        const entries = valueAt(value, ['metadata', field]);
        return Object.keys(isObject(entries) ? entries : {})
          .filter((key) => RELEASE_KEY.test(key))
          .map((key): Fault => ({
            path: [...path, 'metadata', field, key],
            problem: 'makes the API server reject the next release',
          }));
      }),
    );
  },
};
