import { JudgedKind } from '../../lib/manifests/judged-kind';
import { type JsonObject } from '../../lib/manifests/json';
import { manifestOf } from '../../lib/manifests/manifest';
import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';
import { check } from '../../lib/check/check';
import { valueText } from '../../lib/check/finding';
import { faultAt, NOT_APPLICABLE, type Rule, Severity } from '../../lib/check/rule';

function set(name: string, metadata: JsonObject = {}, namespace?: string) {
  const place: JsonObject = namespace === undefined ? {} : { namespace };
  return manifestOf({
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name, ...place, ...metadata },
  });
}

const shortName: Rule = {
  code: 'NAME_LONG',
  severity: Severity.ERROR,
  title: 'names are short',
  why: 'of a test',
  fix: 'shorten it',
  kinds: [JudgedKind.STATEFUL_SET],
  check: ({ name }) =>
    name === 'other'
      ? NOT_APPLICABLE
      : faultAt(['metadata', 'name'], name.length > 3 ? 'must be short' : undefined, name),
};

function codesOf(result: ReturnType<typeof check>) {
  return result.findings.map(({ rule, path }) => `${rule.code} ${path.join('.')}`);
}

describe('check', () => {
  test('finds the faults of the objects that a rule is about', () => {
    const service = manifestOf({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'too-long' } });
    const secret = manifestOf({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'too-long' } });
    const result = check([set('long'), set('ok'), set('other'), service, secret], [shortName]);
    expect(result.findings.map(({ message, fix }) => [message, fix])).toEqual([
      ['must be short, got "long"', 'shorten it'],
    ]);
    expect([result.objects, result.checked]).toEqual([5, 4]);
  });

  test('of an object that no API server serves, tells only rules that look at any version', () => {
    const old = manifestOf({
      apiVersion: 'apps/v1beta1',
      kind: 'StatefulSet',
      metadata: { name: 'long', annotations: { 'cdk8s-stateful/acknowledge.OTHER': 'it is known' } },
    });
    const kruise = manifestOf({
      apiVersion: 'apps.kruise.io/v1beta1',
      kind: 'StatefulSet',
      metadata: { name: 'long' },
    });
    const ofAny: Rule = { ...shortName, code: 'OLD', ofAnyApiVersion: true };
    const result = check([old, kruise], [shortName, ofAny]);
    expect(codesOf(result)).toEqual(['OLD metadata.name']);
    expect([result.objects, result.checked]).toEqual([2, 1]);
  });

  test('sorts by namespace, name and path, whatever the order of the input', () => {
    const fields: Rule = {
      ...shortName,
      check: () => [
        { path: ['spec', 'b'], problem: 'x' },
        { path: ['spec', 'a', 10], problem: 'x' },
        { path: ['spec', 'a', 9], problem: 'x' },
      ],
    };
    const sets = [set('b'), set('a', {}, 'prod'), set('a')];
    const found = check(sets, [fields]).findings.map(({ object, path }) => [
      object.namespace ?? '',
      object.name,
      path.slice(1).join('.'),
    ]);
    expect(found.map((parts) => parts.join(' '))).toEqual([
      ' a a.9',
      ' a a.10',
      ' a b',
      ' b a.9',
      ' b a.10',
      ' b b',
      'prod a a.9',
      'prod a a.10',
      'prod a b',
    ]);
    expect(check([...sets].reverse(), [fields]).findings).toEqual(check(sets, [fields]).findings);
  });

  test('a rule that throws is a warning of its own, and the others still run', () => {
    const broken: Rule = {
      ...shortName,
      code: 'BROKEN',
      check: () => {
        throw new Error('fault');
      },
    };
    expect(codesOf(check([set('long')], [broken, shortName]))).toEqual([
      'RULE_FAILED ',
      'NAME_LONG metadata.name',
    ]);
  });

  test('a rule is silent outside its versions', () => {
    const bounded = { ...shortName, since: KubernetesVersion.V1_30, until: KubernetesVersion.V1_31 };
    const versions = [
      KubernetesVersion.V1_29,
      KubernetesVersion.V1_30,
      KubernetesVersion.V1_31,
      KubernetesVersion.V1_32,
    ];
    expect(versions.map((version) => check([set('long')], [bounded], version).findings.length)).toEqual([
      0, 1, 1, 0,
    ]);
  });

  test('values that may be secret are not in the message', () => {
    const env: Rule = {
      ...shortName,
      check: () => [{ path: ['spec', 'env', 0, 'value'], problem: 'must be text', value: 'hunter2' }],
    };
    expect(check([set('x')], [env]).findings.map(({ message }) => message)).toEqual(['must be text']);
  });
});

describe('acknowledgements', () => {
  const acknowledge = (code: string, reason: string) => ({
    annotations: { [`cdk8s-stateful/acknowledge.${code}`]: reason },
  });

  test('take a finding out and count it', () => {
    const result = check([set('long', acknowledge('NAME_LONG', 'it was named in 2019'))], [shortName]);
    expect([codesOf(result), result.acknowledged]).toEqual([[], 1]);
  });

  test('without a reason take nothing out', () => {
    const result = check([set('long', acknowledge('NAME_LONG', ' '))], [shortName]);
    expect([codesOf(result), result.acknowledged]).toEqual([
      [
        'ACKNOWLEDGEMENT_WITHOUT_REASON metadata.annotations.cdk8s-stateful/acknowledge.NAME_LONG',
        'NAME_LONG metadata.name',
      ],
      0,
    ]);
  });

  test.each([
    ['ok', 'NAME_LONG'],
    ['long', 'NAME_LOGN'],
  ])('that match nothing are a warning: %s %s', (name, code) => {
    const { findings } = check([set(name, acknowledge(code, 'a reason'))], [shortName]);
    expect(findings.filter(({ rule }) => rule.code === 'ACKNOWLEDGEMENT_UNUSED')).toHaveLength(1);
  });

  test('are about their own object alone', () => {
    const result = check(
      [set('long', acknowledge('NAME_LONG', 'a reason')), set('long', {}, 'b')],
      [shortName],
    );
    expect(result.findings.map(({ object }) => object.namespace)).toEqual(['b']);
  });
});

test('long values are cut', () => {
  expect(valueText('x'.repeat(1000)).length).toBeLessThan(120);
});

test('facts see every object', () => {
  const seen: number[] = [];
  const counting: Rule = {
    ...shortName,
    check: (_, facts) => {
      seen.push(facts.ofKind(JudgedKind.STATEFUL_SET).length);
      return [];
    },
  };
  check([set('a'), set('b')], [counting]);
  expect(seen).toEqual([2, 2]);
});
