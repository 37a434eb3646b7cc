import { REFUSALS } from '../../errors/refusals';
import { FULLY_JUDGED_KINDS, judgedKindOf } from '../../manifests/judged-kind';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const nameTaken: Rule = {
  code: 'NAME_TAKEN',
  severity: Severity.ERROR,
  title: REFUSALS.NAME_TAKEN.rule,
  why: 'the object that is applied last overwrites the others',
  fix: 'give one of them another name or namespace, or remove the duplicate',
  kinds: FULLY_JUDGED_KINDS,
  check: (object, facts) => {
    const { manifest } = object;
    const kind = judgedKindOf(manifest);
    if (kind === undefined || object.name === '') {
      return NOT_APPLICABLE;
    }
    const first = facts.find(kind, object.namespace, object.name)?.manifest;
    return first !== undefined && first !== manifest
      ? [
          {
            path: ['metadata', 'name'],
            problem: `is also the name of another ${kind}, at ${first.source.file}:${first.source.line}`,
            value: object.name,
          },
        ]
      : [];
  },
};
