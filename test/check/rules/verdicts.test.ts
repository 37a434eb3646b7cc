// The verdicts are recorded by scripts/record/verdicts.mjs: `npm run record -- VERSION`.
import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type JsonObject } from '../../../lib/manifests/json';
import { readManifests } from '../../../lib/manifests/reading/read-manifests';
import {
  DEFAULT_KUBERNETES_VERSION,
  isAtLeast,
  parseKubernetesVersion,
} from '../../../lib/kubernetes/kubernetes-version';
import { RULES } from '../../../lib/check/rules';
import { check } from '../../../lib/check/check';
import { Severity } from '../../../lib/check/rule';

/** What an API server of a version said of an object with one field changed, and of the pods of a set. */
interface Verdict {
  readonly version: string;
  /** Other versions whose servers gave the same verdict. */
  readonly sameIn?: readonly string[];
  readonly object: string;
  readonly path: string;
  readonly value?: unknown;
  readonly removed?: boolean;
  readonly refused: boolean;
  /** Whether the server took the set, and refused a pod made from it. */
  readonly podRefused?: boolean;
  readonly message?: string;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.join(__dirname, 'verdicts', file), 'utf8'));
}

const OBJECTS = read('objects.json') as Record<string, JsonObject>;
const VERDICTS = (read('verdicts.json') as readonly Verdict[]).flatMap((verdict) =>
  [verdict.version, ...(verdict.sameIn ?? [])].map((version) => ({ ...verdict, version })),
);

function changed({ object, path: at, value, removed }: Verdict): string {
  const steps = at.split('.');
  const root = structuredClone(OBJECTS[object]) as Record<string, unknown>;
  const parent = steps
    .slice(0, -1)
    .reduce<Record<string, unknown>>((one, step) => one[step] as Record<string, unknown>, root);
  const last = steps.at(-1) ?? '';
  if (removed !== true) {
    parent[last] = value;
  } else if (Array.isArray(parent)) {
    parent.splice(Number(last), 1);
  } else {
    Reflect.deleteProperty(parent, last);
  }
  return JSON.stringify(root);
}

/** The codes of what check says the API server refuses: of pods too, where it refused something. */
function refusals(verdict: Verdict): readonly string[] {
  const { manifests, problems } = readManifests(changed(verdict), 'object.json');
  const version = parseKubernetesVersion(verdict.version) ?? DEFAULT_KUBERNETES_VERSION;
  const { findings } = check(manifests, RULES, version);
  const errors = findings.filter(
    ({ rule: { severity, refusedSince } }) =>
      severity === Severity.ERROR &&
      (isRefused(verdict) || (refusedSince !== undefined && isAtLeast(version, refusedSince))),
  );
  return [...problems.map(({ message }) => message), ...errors.map(({ rule }) => rule.code)];
}

function isRefused({ refused, podRefused = false }: Verdict): boolean {
  return refused || podRefused;
}

test('the objects have no fault before a field is changed', () => {
  const clean = Object.entries(OBJECTS).filter(([, object]) =>
    check(
      readManifests(JSON.stringify(object), 'object.json').manifests,
      RULES,
      parseKubernetesVersion('1.34'),
    ).findings.every(({ rule }) => rule.severity !== Severity.ERROR),
  );
  expect(clean.length).toBe(Object.keys(OBJECTS).length);
});

test('check finds an error in what API servers refused', () => {
  const refused = VERDICTS.filter(isRefused);
  expect(refused.length).toBeGreaterThan(300);
  expect(refused.filter((verdict) => refusals(verdict).length === 0)).toEqual([]);
});

test('check finds no refusal in what API servers accepted', () => {
  const accepted = VERDICTS.filter((verdict) => !isRefused(verdict));
  expect(accepted.length).toBeGreaterThan(200);
  const alarms = accepted.map((verdict) => ({ verdict, codes: refusals(verdict) }));
  expect(alarms.filter(({ codes }) => codes.length > 0)).toEqual([]);
});
