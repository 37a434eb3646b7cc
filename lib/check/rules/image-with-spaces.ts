import { JudgedKind } from '../../manifests/facts';
import { locatedText } from '../../manifests/field-value';
import { containersAt, POD_SPEC } from '../../manifests/stateful-set';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

/** What Go takes for a space. A byte order mark is none. */
const SPACE_AT_AN_END = /^[^\S\uFEFF]|^\u0085|[^\S\uFEFF]$|\u0085$/;

export const imageWithSpaces: Rule = {
  code: 'IMAGE_WITH_SPACES',
  severity: Severity.ERROR,
  title: 'an image has no spaces before or after its name',
  why: 'the API server accepts the set and rejects each of its pods',
  fix: 'remove the spaces; a trailing line break often comes from a YAML block that begins with |',
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ content }) =>
    judgeEach(
      containersAt(content, POD_SPEC).flatMap(({ path }) => locatedText(content, [...path, 'image']) ?? []),
      ({ path, value }) =>
        faultAt(path, SPACE_AT_AN_END.test(value) ? 'must not begin or end with a space' : undefined, value),
    ),
};
