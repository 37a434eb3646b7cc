import { JudgedKind } from '../../manifests/judged-kind';
import { type Fault, NOT_APPLICABLE, type Rule, Severity } from '../rule';

/** Keys whose values change from release to release. */
const RELEASE_KEY = /(^|[/.-])(version|chart|checksum|revision|build|commit|git-sha|timestamp)$|^checksum\//i;

export const claimTemplateVersionLabel: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'CLAIM_TEMPLATE_VERSION_LABEL',
  severity: Severity.WARNING,
  title: 'claim templates have no label or annotation that changes with each release',
  why: 'the API server rejects every change of a claim template, even of its labels: the next release with another version fails',
  fix: 'remove it from the claim template; the labels of the set and of its pods may change',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const templates = set.claimTemplates;
    if (templates.length === 0) {
      return NOT_APPLICABLE;
    }
    return templates.flatMap((template) =>
      (['labels', 'annotations'] as const).flatMap((field) =>
        template
          .keysOf(field)
          .filter((key) => RELEASE_KEY.test(key))
          .map((key): Fault => ({
            path: [...template.path, 'metadata', field, key],
            problem: 'makes the API server reject the next release',
          })),
      ),
    );
  },
};
