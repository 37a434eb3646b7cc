// The verdicts are recorded by scripts/record/decoding.mjs: `npm run record -- VERSION`.
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { decoded } from '../../lib/manifests/decoded';
import { type FieldPath, pathText } from '../../lib/manifests/field-path';
import { type JsonObject, type JsonValue } from '../../lib/manifests/json';
import { manifestOf } from '../../lib/manifests/manifest';
import { KUBERNETES_VERSIONS } from '../../lib/kubernetes/kubernetes-version';

/** What real API servers did with one field of an object: decoded it, or refused it with 400 as it was decoded. */
type Verdict = 'decoded' | 'refused';

function objectWith(at: FieldPath, value: JsonValue): JsonObject {
  const [step, ...rest] = at;
  return { [step]: rest.length === 0 ? value : (around(rest, value) as JsonObject) };
}

function around(at: FieldPath, value: JsonValue): JsonValue {
  const [step, ...rest] = at;
  const inner = rest.length === 0 ? value : around(rest, value);
  return typeof step === 'number' ? [inner] : { [step]: inner };
}

/** Kind, path, value, and the verdict of all versions or of each. */
type Recorded = readonly [string, FieldPath, JsonValue, Verdict | Readonly<Record<string, Verdict>>];

const { versions: judges, verdicts: recorded } = JSON.parse(
  readFileSync(path.join(__dirname, 'verdicts', 'decoding.json'), 'utf8'),
) as { readonly versions: readonly string[]; readonly verdicts: readonly Recorded[] };

const versions = KUBERNETES_VERSIONS.filter((version: string) => judges.includes(version));

const cases = recorded.flatMap(([kind, at, value, verdict]) =>
  versions.map((version) => ({
    version,
    kind,
    at,
    value,
    verdict: typeof verdict === 'string' ? verdict : verdict[version],
  })),
);

test('what API servers of several versions refuse to decode is found, and nothing else', () => {
  const different = cases.flatMap(({ version, kind, at, value, verdict }) => {
    const [apiVersion, kindName] = kind.split(' ');
    const object = { ...objectWith(at, value), apiVersion, kind: kindName };
    const { unknownFields, wrongTypes } = decoded(manifestOf(object), version);
    const found: Verdict = unknownFields.length + wrongTypes.length > 0 ? 'refused' : 'decoded';
    return found === verdict
      ? []
      : [`${version} ${kind} ${pathText(at)} = ${JSON.stringify(value)}: ${verdict}`];
  });
  expect(different).toEqual([]);
});

test('the recorded verdicts are of both kinds, and some differ by version', () => {
  const count = (verdict: Verdict): number => cases.filter((one) => one.verdict === verdict).length;
  expect(count('decoded')).toBeGreaterThan(400);
  expect(count('refused')).toBeGreaterThan(400);
  expect(recorded.filter(([, , , verdict]) => typeof verdict !== 'string').length).toBeGreaterThan(50);
});
