import { JudgedKind } from '../../manifests/judged-kind';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

/** What Go takes for a space. A byte order mark is none. */
const SPACE_AT_AN_END = /^[^\S\uFEFF]|^\u0085|[^\S\uFEFF]$|\u0085$/;

export const imageWithSpaces: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'IMAGE_WITH_SPACES',
  severity: Severity.ERROR,
  title: 'an image has no spaces before or after its name',
  why: 'the API server accepts the set and rejects each of its pods',
  fix: 'remove the spaces; a trailing line break often comes from a YAML block that begins with |',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      set.containers.flatMap(({ path }) => set.writtenText([...path, 'image']) ?? []),
      ({ path, value }) =>
        faultAt(path, SPACE_AT_AN_END.test(value) ? 'must not begin or end with a space' : undefined, value),
    ),
};
