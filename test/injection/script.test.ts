import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { type JsonObject } from '../../lib/manifests/json';
import { run } from '../cli/run-program';
import { claimTemplate, set } from '../plan/manifests';
import { OBJECTS, replaced, textsIn, withSetSpec } from './inputs';
import { unseenIn } from './shapes';

jest.setTimeout(300_000);

/** Whatever runs one of them leaves a file, asks another server, or leaves the folder. */
const PAYLOADS: Readonly<Record<string, string>> = {
  'double quotes and substitutions': 'a"; touch PWNED; $(touch PWNED) `touch PWNED` #',
  'single quotes': "a'; touch PWNED; '",
  'a line of its own': 'a\ntouch PWNED\n',
  'an option': '--server=http://pwned',
  'a path': '../../PWNED',
  'a terminal sequence': 'pwned\u001b[2J\\033[2J\\c\u202e',
};

/** A name that a cluster takes, and a text that it refuses: between them they reach all that a payload may. */
const MARKS = ['pwned', 'pwned: "?"'];

/** Kinds of change that have a script. */
const CHANGES: Readonly<Record<string, (objects: readonly JsonObject[]) => readonly JsonObject[]>> = {
  'a larger claim': (objects) => withTemplates(objects, [['data', '20Gi']]),
  'another claim': (objects) =>
    withTemplates(objects, [
      ['data', '10Gi'],
      ['logs', '1Gi'],
    ]),
  'a smaller claim': (objects) => withTemplates(objects, [['data', '5Gi']]),
  'another management policy': (objects) => withSetSpec({ podManagementPolicy: 'Parallel' }, objects),
  'another Service': (objects) => withSetSpec({ serviceName: 'other' }, objects),
  'another selector': (objects) => withSetSpec({ selector: { matchLabels: { app: 'other' } } }, objects),
  'another name': (objects) => withSet(objects, (one) => ({ metadata: { ...metadataOf(one), name: 'www' } })),
  'another namespace': (objects) =>
    objects.map((one) => ({ ...one, metadata: { ...metadataOf(one), namespace: 'other' } })),
  'a Service with another address': (objects) =>
    objects.map((one) =>
      one.kind === 'Service' ? { ...one, spec: { ...(one.spec as JsonObject), clusterIP: '10.0.0.9' } } : one,
    ),
};

/** What kubectl does: nothing, or refuse. */
const KUBECTLS = ['exit 0', 'echo "Error: spec: Forbidden: field is immutable" >&2; exit 1'];

/** One place for a text: before or after a change, or both. */
interface Place {
  readonly change: keyof typeof CHANGES;
  readonly text: string;
  readonly isOld: boolean;
  readonly isNew: boolean;
}

let outside = '';
let folder = '';
beforeEach(() => {
  outside = mkdtempSync(path.join(tmpdir(), 'injection-'));
  folder = path.join(outside, 'a/b');
});
afterEach(() => {
  rmSync(outside, { recursive: true });
});

function metadataOf(object: JsonObject): JsonObject {
  return object.metadata as JsonObject;
}

function withSet(
  objects: readonly JsonObject[],
  change: (object: JsonObject) => JsonObject,
): readonly JsonObject[] {
  return objects.map((object) => (object.kind === set().kind ? { ...object, ...change(object) } : object));
}

function withTemplates(
  objects: readonly JsonObject[],
  templates: readonly (readonly [string, string])[],
): readonly JsonObject[] {
  return withSetSpec(
    {
      volumeClaimTemplates: templates.map(([name, storage]) =>
        claimTemplate(name, storage, { storageClassName: 'standard' }),
      ),
    },
    objects,
  );
}

function write(file: string, objects: readonly JsonObject[]): string {
  writeFileSync(file, objects.map((object) => JSON.stringify(object)).join('\n---\n'));
  return file;
}

function scriptOf(old: readonly JsonObject[], wanted: readonly JsonObject[]): string {
  const from = write(path.join(outside, 'old.yaml'), old);
  const to = write(path.join(outside, 'new.yaml'), wanted);
  return run(['plan', '--from', from, '--to', to, '-o', 'script']).out;
}

function scriptAt({ change, text, isOld, isNew }: Place, payload: string): string {
  const put = (objects: readonly JsonObject[], isPut: boolean): readonly JsonObject[] =>
    isPut ? replaced(objects, text, payload) : objects;
  // A text that the change itself gives is replaced too.
  return scriptOf(put(OBJECTS, isOld), put(CHANGES[change](OBJECTS), isNew));
}

const SIDES = [
  [true, true],
  [true, false],
  [false, true],
] as const;

/** The places from which a text reaches a script. */
function reachedPlaces(): readonly Place[] {
  const places = Object.keys(CHANGES).flatMap((change) =>
    textsIn([...OBJECTS]).flatMap((text) => SIDES.map(([isOld, isNew]) => ({ change, text, isOld, isNew }))),
  );
  return places.filter((place) => MARKS.some((mark) => scriptAt(place, mark).includes('pwned')));
}

/** What a script does that it must not. */
function faultsOf(script: string, kubectl: string): readonly string[] {
  rmSync(path.join(outside, 'a'), { recursive: true, force: true });
  const bin = path.join(outside, 'bin');
  mkdirSync(folder, { recursive: true });
  mkdirSync(bin, { recursive: true });
  const calls = path.join(outside, 'calls');
  writeFileSync(calls, '');
  writeFileSync(path.join(bin, 'kubectl'), `#!/bin/sh\nprintf '%s\\0' "$@" >> '${calls}'\n${kubectl}\n`);
  chmodSync(path.join(bin, 'kubectl'), 0o755);
  const file = path.join(outside, 'way.sh');
  writeFileSync(file, script);
  const parsed = spawnSync('sh', ['-n', file], { encoding: 'utf8' });
  const { stdout, stderr } = spawnSync('sh', [file, '--context', 'c', '--timeout', '0', '--interval', '0'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 20_000,
    env: { PATH: `${bin}:${process.env.PATH ?? ''}`, HOME: outside },
  });
  const entries = readdirSync(outside, { recursive: true, encoding: 'utf8' });
  return [
    ...(parsed.status === 0 ? [] : [`is no script: ${parsed.stderr}`]),
    ...entries
      .filter((entry) => path.basename(entry) === 'PWNED')
      .map((entry) => `ran the payload: ${entry}`),
    ...entries
      .filter((entry) => entry.includes('PWNED') && !entry.startsWith('a/b/'))
      .map((entry) => `left its folder: ${entry}`),
    ...readFileSync(calls, 'utf8')
      .split('\0')
      .filter((argument) => /^-s|^--server/.test(argument))
      .map((argument) => `kubectl takes an option of the manifest: ${argument}`),
    ...[unseenIn(script)].filter((fault) => fault !== undefined).map((fault) => `holds ${fault}`),
    ...[unseenIn(stdout + stderr)].filter((fault) => fault !== undefined).map((fault) => `prints ${fault}`),
  ];
}

describe('the script of a migration procedure', () => {
  let places: readonly Place[] = [];
  beforeAll(() => {
    outside = mkdtempSync(path.join(tmpdir(), 'injection-'));
    places = reachedPlaces();
    rmSync(outside, { recursive: true });
  });

  test.each(Object.entries(PAYLOADS))('keeps %s of the input in its word', (_, payload) => {
    const scripts = new Set(places.map((place) => scriptAt(place, payload)));
    const faults = new Map<string, number>();
    for (const fault of [...scripts].flatMap((script) =>
      KUBECTLS.flatMap((kubectl) => faultsOf(script, kubectl)),
    )) {
      faults.set(fault, (faults.get(fault) ?? 0) + 1);
    }
    expect([...faults]).toEqual([]);
  });

  test('runs nothing of what kubectl prints', () => {
    const kubectl = `printf '%s\\n' '$(touch PWNED)' '; touch PWNED' "'; touch PWNED; '"`;
    for (const [name, change] of Object.entries(CHANGES)) {
      expect([name, faultsOf(scriptOf(OBJECTS, change(OBJECTS)), kubectl)]).toEqual([name, []]);
    }
  });

  test('is reached by text of the input, and runs kubectl: the suite looks at something', () => {
    expect(places.length).toBeGreaterThan(20);
    const script = scriptOf(OBJECTS, CHANGES['another management policy'](OBJECTS));
    expect(faultsOf(script, KUBECTLS[0])).toEqual([]);
    expect(readFileSync(path.join(outside, 'calls'), 'utf8')).not.toBe('');
  });
});
