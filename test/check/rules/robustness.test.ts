import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import fc from 'fast-check';
import { isList, isObject, type JsonValue } from '../../../lib/manifests/json';
import { type Manifest, manifestOf } from '../../../lib/manifests/manifest';
import { readManifests } from '../../../lib/manifests/reading/read-manifests';
import { KUBERNETES_VERSIONS } from '../../../lib/kubernetes/kubernetes-version';
import { RULES } from '../../../lib/check/rules';
import { check } from '../../../lib/check/check';

const FIXTURES = path.join(__dirname, 'fixtures');
const TEXTS = readdirSync(FIXTURES).map((file) => readFileSync(path.join(FIXTURES, file), 'utf8'));
const MANIFESTS = TEXTS.flatMap((text) => readManifests(text, 'fixture').manifests);

/** Every value in a value, as paths. */
function pathsIn(value: JsonValue, at: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const inner = isList(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return [at, ...inner.flatMap(([step, item]) => pathsIn(item, [...at, step]))];
}

function replaced(value: JsonValue, at: readonly (string | number)[], by: JsonValue): JsonValue {
  const [step, ...rest] = at;
  if (isList(value)) {
    return value.map((item, index) => (index === step ? replaced(item, rest, by) : item));
  }
  return isObject(value) && at.length > 0 ? { ...value, [step]: replaced(value[step], rest, by) } : by;
}

/** A manifest of the fixtures with one value replaced by any other. */
const mutated = fc
  .record({
    manifest: fc.constantFrom(...MANIFESTS),
    at: fc.nat(),
    by: fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom<JsonValue[]>(
        null,
        '',
        0,
        -1,
        1e30,
        true,
        [],
        {},
        [null],
        [[]],
        [{}],
        { '': null },
        ['x'],
        '100%',
      ),
    ),
  })
  .map(({ manifest, at, by }): Manifest => {
    const paths = pathsIn(manifest.content).filter((one) => one.length > 0);
    const content = replaced(manifest.content, paths[at % paths.length], by as JsonValue);
    return isObject(content)
      ? { ...manifestOf(content), apiVersion: manifest.apiVersion, kind: manifest.kind }
      : manifest;
  });

test('every rule judges whatever stands in a manifest, the same way each time', () => {
  fc.assert(
    fc.property(
      fc.array(mutated, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...KUBERNETES_VERSIONS),
      (manifests, version) => {
        const { findings } = check(manifests, RULES, version);
        const said = findings.map(({ rule, message }) => `${rule.code} ${message}`);
        expect(said.filter((text) => text.startsWith('RULE_FAILED'))).toEqual([]);
        expect(
          check(manifests, RULES, version).findings.map(({ rule, message }) => `${rule.code} ${message}`),
        ).toEqual(said);
      },
    ),
    { numRuns: 200 },
  );
}, 120_000);

test('whatever becomes of a text, reading it ends with manifests and problems', () => {
  const noise = fc.constantFrom(
    '[',
    '{',
    '"',
    "'",
    '|',
    '&a ',
    '*a',
    '<<: *a\n',
    '---\n',
    '\t',
    '!!int ',
    '\u0000',
    '__proto__: 1\n',
    ': ',
    '- ',
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...TEXTS),
      fc.array(fc.tuple(fc.nat(), noise), { maxLength: 5 }),
      (text, changes) => {
        const changed = changes.reduce(
          (soFar, [at, what]) => soFar.slice(0, at % soFar.length) + what + soFar.slice(at % soFar.length),
          text,
        );
        const { manifests, problems } = readManifests(changed, 'fixture');
        expect(manifests.length + problems.length).toBeGreaterThan(0);
        expect(check(manifests, RULES).objects).toBe(manifests.length);
        expect(Object.keys(Object.prototype)).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
}, 120_000);

test('ten thousand objects of one namespace are judged one by one', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => {
    const { content } = MANIFESTS[index % MANIFESTS.length];
    const metadata = isObject(content.metadata) ? content.metadata : {};
    return manifestOf({ ...content, metadata: { ...metadata, name: `object-${index}` } });
  });
  expect(check(many, RULES).objects).toBe(10_000);
}, 60_000);
