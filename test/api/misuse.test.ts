import { Testing } from 'cdk8s';
import { Checks, CheckValidation, SetsOverview, StatefulSet, UpgradePlan } from 'cdk8s-stateful';
import { refusalCodes } from '../../lib/api/errors';
import { matchers } from '../../lib/api/jest';
import { WRONG } from '../errors/wrong-values';
import { newChart, NGINX } from '../synthesis';

/** A method as plain JavaScript calls it. */
type Method = (...given: unknown[]) => unknown;

const methodOf =
  (target: object, name: string): Method =>
  (...given) =>
    (target as Readonly<Record<string, Method>>)[name](...given);

const CALLS: Readonly<Record<string, Method>> = {
  'Checks.ofManifests': methodOf(Checks, 'ofManifests'),
  'Checks.ofText': methodOf(Checks, 'ofText'),
  'Checks.ofPaths': methodOf(Checks, 'ofPaths'),
  'UpgradePlan.between': methodOf(UpgradePlan, 'between'),
  'UpgradePlan.toManifests': methodOf(UpgradePlan, 'toManifests'),
  'SetsOverview.ofManifests': methodOf(SetsOverview, 'ofManifests'),
  'SetsOverview.ofPaths': methodOf(SetsOverview, 'ofPaths'),
  CheckValidation: (props) => new CheckValidation(props as object),
  toPassChecks: methodOf(matchers, 'toPassChecks'),
  toBeUpgradeSafeFrom: methodOf(matchers, 'toBeUpgradeSafeFrom'),
};

const report = { addViolation: () => undefined, submit: () => undefined };

/** Arguments of each, all of them right. */
const RIGHT: readonly (readonly [string, readonly unknown[]])[] = [
  ['Checks.ofManifests', [[], {}]],
  ['Checks.ofText', ['', {}]],
  ['Checks.ofPaths', [['dist'], {}]],
  ['UpgradePlan.between', [['dist'], ['dist'], {}]],
  ['UpgradePlan.toManifests', [['dist'], [], {}]],
  ['SetsOverview.ofManifests', [[], {}]],
  ['SetsOverview.ofPaths', [['dist'], {}]],
  ['CheckValidation', [{}]],
  ['toPassChecks', [[], {}]],
  ['toBeUpgradeSafeFrom', [[], 'dist', {}]],
];

const places = RIGHT.flatMap(([name, given]) => given.map((_, index) => [name, index, given] as const));
const options = RIGHT.flatMap(([name, given]) =>
  ['kubernetesVersion', 'namespace', 'strict', 'whatIfBroken', 'failOn'].map(
    (option) => [option, name, given] as const,
  ),
);

/** The arguments with another one at a place. */
function withArgument(given: readonly unknown[], at: number, argument: unknown): readonly unknown[] {
  return given.map((one, index) => (index === at ? argument : one));
}

/** What a call of something wrong throws that has no code. */
function bare(calls: readonly (() => unknown)[]): readonly string[] {
  return calls.flatMap((call) => {
    try {
      call();
      return [];
    } catch (error) {
      // Input that cannot be read has a code, too.
      return / \[[A-Z_]+\]$/.test(String(error)) ? [] : [String(error)];
    }
  });
}

test.each(places)('%s takes argument %i or refuses it with a code, whatever is given', (name, at, given) => {
  expect(bare(WRONG.map((wrong) => () => CALLS[name](...withArgument(given, at, wrong))))).toEqual([]);
});

test.each(options)('the option %s of %s is taken or refused with a code', (option, name, given) => {
  const last = given.length - 1;
  expect(
    bare(WRONG.map((wrong) => () => CALLS[name](...withArgument(given, last, { [option]: wrong })))),
  ).toEqual([]);
});

test.each(WRONG)('CheckValidation refuses what is no context of cdk8s with a code: %p', async (wrong) => {
  const validate = (context: unknown): Promise<unknown> =>
    new CheckValidation().validate(context as never).then(
      () => [],
      (error: unknown) => refusalCodes(error),
    );
  expect(await validate(wrong)).toHaveLength(1);
  expect(await validate({ manifests: [], report: wrong })).toHaveLength(1);
  expect(await validate({ manifests: wrong, report })).toHaveLength(
    Array.isArray(wrong) && wrong.length === 0 ? 0 : 1,
  );
});

test.each<[string, () => unknown, string]>([
  [
    'an unknown version',
    () => CALLS['Checks.ofText']('', { kubernetesVersion: '1.99' }),
    'VALUE_NOT_ALLOWED',
  ],
  [
    'a number as version',
    () => CALLS['SetsOverview.ofManifests']([], { kubernetesVersion: 1.3 }),
    'VALUE_NOT_ALLOWED',
  ],
  ['text in place of a list', () => CALLS['UpgradePlan.between']('old', 'new'), 'WRONG_TYPE'],
  ['nothing in place of a list', () => CALLS['Checks.ofPaths'](), 'FIELD_MISSING'],
  ['a list with a null', () => CALLS['Checks.ofManifests']([null]), 'WRONG_TYPE'],
  [
    'a construct in place of what it renders to',
    () => CALLS['Checks.ofManifests']([new StatefulSet(newChart(), 'web', { containers: [NGINX] })]),
    'WRONG_TYPE',
  ],
  ['what JSON has no word for', () => CALLS['Checks.ofManifests']([{ replicas: 3n }]), 'WRONG_TYPE'],
  ['a chart in place of a list', () => CALLS['SetsOverview.ofManifests'](Testing.chart()), 'WRONG_TYPE'],
  ['true in quotes', () => CALLS.CheckValidation({ strict: 'true' }), 'WRONG_TYPE'],
])('%s is refused', (_, call, code) => {
  let codes: readonly string[] = [];
  try {
    call();
  } catch (error) {
    codes = refusalCodes(error);
  }
  expect(codes).toEqual([code]);
});

test('a refusal names the method, the argument, the value and the way out', () => {
  expect(() => CALLS['UpgradePlan.between'](['old'], ['new'], { namespace: 5 })).toThrow(
    'UpgradePlan.between: options.namespace must be text, got 5; give a value of the type that the documentation names; leave out what shall be absent [WRONG_TYPE]',
  );
});
