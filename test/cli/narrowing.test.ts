import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { type CheckJson } from '../../lib/check/report/check-json';
import { FAULTY_SET as SET } from '../check/faulty-set';
import { run } from './run-program';

const FINE = SET.replace('  replica: 3\n', '');

let folder = '';
/** Beside the folder: what is in it is read as manifests. */
let baseline = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'narrowing-'));
  baseline = `${folder}.json`;
  write('web.yaml', SET);
  write('vendor/db.yaml', SET.replaceAll('web', 'db'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  rmSync(baseline, { recursive: true, force: true });
});

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function found(...options: readonly string[]): readonly string[] {
  const json = JSON.parse(
    run(['check', folder, '--kubernetes-version', '1.30', '-o', 'json', ...options]).out,
  ) as CheckJson;
  return json.findings.map(({ code, object }) => `${object.name ?? ''} ${code}`);
}

test('everything is found where nothing narrows it', () => {
  expect(found()).toEqual([
    'db UNKNOWN_FIELD',
    'db MAX_UNAVAILABLE_DROPPED',
    'web UNKNOWN_FIELD',
    'web MAX_UNAVAILABLE_DROPPED',
  ]);
});

test.each([
  [
    ['--ignore', 'UNKNOWN_FIELD'],
    ['db MAX_UNAVAILABLE_DROPPED', 'web MAX_UNAVAILABLE_DROPPED'],
  ],
  [['--ignore', 'UNKNOWN_FIELD', '--ignore', 'MAX_UNAVAILABLE_DROPPED'], []],
  [
    ['--only', 'UNKNOWN_FIELD'],
    ['db UNKNOWN_FIELD', 'web UNKNOWN_FIELD'],
  ],
  [
    ['--skip-path', 'vendor/**'],
    ['web UNKNOWN_FIELD', 'web MAX_UNAVAILABLE_DROPPED'],
  ],
  [['--skip-path', 'vendor', '--only', 'UNKNOWN_FIELD'], ['web UNKNOWN_FIELD']],
])('%j leaves what is asked for', (options, expected) => {
  expect(found(...options)).toEqual(expected);
});

test('what is left out does not count for the exit code, and is counted in the report', () => {
  const { code, out } = run(['check', folder, '--ignore', 'UNKNOWN_FIELD']);
  expect(code).toBe(0);
  expect(out).toMatch(/; 2 findings ignored\n$/);
});

test.each(['--ignore', '--only'])('%s with a code that no rule has is refused', (option) => {
  const { code, out, err } = run(['check', folder, option, 'UNKNOWN_FEILD']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('UNKNOWN_FEILD is no code of a rule; did you mean UNKNOWN_FIELD?');
});

test.each(['--ignore', '--only', '--skip-path', '--namespace', '--output', '--kubernetes-version'])(
  '%s with an empty text, as a variable of a shell may give it, is refused and seen',
  (option) => {
    const { code, out, err } = run(['check', folder, option, '']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(`${option} '' `);
  },
);

test('-n is the namespace of objects without one, which then meet those that name it', () => {
  const service =
    'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: prod }\nspec: { ports: [{ port: 80 }] }\n';
  write('service.yaml', service);
  expect(found('--only', 'SERVICE_NOT_HEADLESS', '-n', 'prod')).toEqual(['web SERVICE_NOT_HEADLESS']);
  expect(found('--only', 'SERVICE_NOT_HEADLESS', '-n', 'test')).toEqual([]);
});

describe('a baseline', () => {
  const options = (...more: readonly string[]): string[] => ['--baseline', baseline, ...more];

  test('covers what was found when it was written, and nothing else', () => {
    const written = run(['check', folder, ...options('--write-baseline', '--kubernetes-version', '1.30')]);
    expect(written).toEqual({
      code: 0,
      err: '',
      out: `4 findings written to ${baseline}\n`,
    });
    // The lines move, and a name is new.
    write('web.yaml', `# more\n${SET}---\n${SET.replaceAll('web', 'new')}`);
    expect(found(...options())).toEqual(['new UNKNOWN_FIELD', 'new MAX_UNAVAILABLE_DROPPED']);
  });

  test('tells what is found no more, which fails where the check is strict', () => {
    run(['check', path.join(folder, 'web.yaml'), ...options('--write-baseline', '--only', 'UNKNOWN_FIELD')]);
    write('web.yaml', FINE.replace(/.*updateStrategy.*\n/, ''));
    const fixed = (...more: readonly string[]): ReturnType<typeof run> =>
      run(['check', path.join(folder, 'web.yaml'), ...options(...more)]);
    expect(fixed().code).toBe(0);
    expect(fixed().out).toContain('UNKNOWN_FIELD StatefulSet web spec.replica\n');
    expect(fixed('--strict').code).toBe(1);
  });

  test('is not written where the input cannot be read, and is written whole or not at all', () => {
    write('bad.yaml', 'a: b: c\n');
    expect(run(['check', folder, ...options('--write-baseline')]).code).toBe(2);
    rmSync(path.join(folder, 'bad.yaml'));
    mkdirSync(baseline);
    const { code, err } = run(['check', path.join(folder, 'web.yaml'), ...options('--write-baseline')]);
    expect(code).toBe(2);
    expect(err).toContain('cannot be written');
    expect(
      readdirSync(path.dirname(baseline)).filter((name) => name.startsWith(`${path.basename(baseline)}.`)),
    ).toEqual([]);
  });

  test.each([
    [['--write-baseline'], '--write-baseline needs --baseline FILE'],
    [['--baseline', '/no/such.json'], 'INPUT_NOT_FOUND'],
    [['--baseline', __filename], 'is no baseline'],
  ])('that cannot be is refused: %j', (args, message) => {
    const { code, out, err } = run(['check', folder, ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('is a list of texts, sorted', () => {
    run([
      'check',
      path.join(folder, 'web.yaml'),
      ...options('--write-baseline', '--kubernetes-version', '1.30'),
    ]);
    expect(JSON.parse(readFileSync(baseline, 'utf8'))).toEqual({
      version: 1,
      findings: [
        'MAX_UNAVAILABLE_DROPPED StatefulSet web spec.updateStrategy.rollingUpdate.maxUnavailable',
        'UNKNOWN_FIELD StatefulSet web spec.replica',
      ],
    });
  });
});
