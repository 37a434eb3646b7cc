import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { Facts } from '../../../lib/manifests/facts';
import { readManifests } from '../../../lib/manifests/reading/read-manifests';
import { KUBERNETES_VERSIONS, type KubernetesVersion } from '../../../lib/kubernetes/kubernetes-version';
import { ENGINE_RULES, RULES } from '../../../lib/check/rules';
import { check } from '../../../lib/check/check';
import {
  appliesTo,
  NOT_APPLICABLE,
  type Rule,
  type RuleDescription,
  Severity,
} from '../../../lib/check/rule';
import { whyText } from '../../../lib/check/why-text';
import { casesOf, fixtureOf, type RuleCase } from './rule-cases';

const CATALOGUE: readonly RuleDescription[] = [...RULES, ...ENGINE_RULES];

function versionOf(rule: Rule, { version }: RuleCase): KubernetesVersion {
  const known = version ?? KUBERNETES_VERSIONS.find((one) => appliesTo(rule, one));
  if (known === undefined) {
    throw new Error(`${rule.code} is about no version`);
  }
  return known;
}

function manifestsOf({ manifest, title }: RuleCase) {
  const { manifests, problems } = readManifests(manifest, title);
  expect(problems).toEqual([]);
  return manifests;
}

/** The lines of what the rule finds, once for each finding. */
function linesFoundBy(rule: Rule, ruleCase: RuleCase): number[] {
  const { findings } = check(manifestsOf(ruleCase), [rule], versionOf(rule, ruleCase), ruleCase.patch);
  return findings
    .filter(({ rule: { code } }) => code === rule.code)
    .map(({ object, path: at }) => object.lineOf(at))
    .sort((a, b) => a - b);
}

function verdictsOf(rule: Rule, ruleCase: RuleCase) {
  const version = versionOf(rule, ruleCase);
  const facts = new Facts(manifestsOf(ruleCase), version, ruleCase.patch);
  return facts.judged
    .filter(({ kind, view }) => rule.kinds.includes(kind) && (view.isServed || rule.ofAnyApiVersion === true))
    .map(({ view }) => (appliesTo(rule, version) ? rule.check(view, facts) : NOT_APPLICABLE));
}

describe.each(RULES.map((rule): [string, Rule] => [rule.code, rule]))('%s', (code, rule) => {
  const cases = casesOf(code);

  test('has a failing, a passing and a not applicable case', () => {
    expect(new Set(cases.map(({ outcome }) => outcome))).toEqual(
      new Set(['failing', 'passing', 'not applicable']),
    );
  });

  test.each(
    cases.filter(({ outcome }) => outcome === 'failing').map((one): [string, RuleCase] => [one.title, one]),
  )('fails %s', (_, ruleCase) => {
    expect(ruleCase.failingLines).not.toEqual([]);
    expect(linesFoundBy(rule, ruleCase)).toEqual(ruleCase.failingLines);
  });

  test.each(
    cases.filter(({ outcome }) => outcome === 'passing').map((one): [string, RuleCase] => [one.title, one]),
  )('passes %s', (_, ruleCase) => {
    const verdicts = verdictsOf(rule, ruleCase);
    expect(verdicts.filter((verdict) => verdict !== NOT_APPLICABLE && verdict.length > 0)).toEqual([]);
    expect(verdicts.some((verdict) => verdict !== NOT_APPLICABLE)).toBe(true);
  });

  test.each(
    cases
      .filter(({ outcome }) => outcome === 'not applicable')
      .map((one): [string, RuleCase] => [one.title, one]),
  )('says nothing of %s', (_, ruleCase) => {
    expect(manifestsOf(ruleCase)).not.toEqual([]);
    expect(verdictsOf(rule, ruleCase).filter((verdict) => verdict !== NOT_APPLICABLE)).toEqual([]);
  });

  test.each(
    cases.filter(({ outcome }) => outcome === 'passing').map((one): [string, RuleCase] => [one.title, one]),
  )('no rule finds an error in %s', (_, ruleCase) => {
    const { findings } = check(manifestsOf(ruleCase), RULES, versionOf(rule, ruleCase), ruleCase.patch);
    const errors = findings.filter(({ rule: { severity } }) => severity === Severity.ERROR);
    expect(errors.map(({ rule: { code: found }, path: at, message }) => [found, at, message])).toEqual([]);
  });
});

describe('a rule about what API servers refuse', () => {
  // They look at one object at a time, and `plan` judges each object by itself.
  const refusing = RULES.filter(({ refusedSince }) => refusedSince !== undefined);

  test.each(refusing.map((rule): [string, Rule] => [rule.code, rule]))(
    '%s finds the same in an object whatever stands beside it',
    (code, rule) => {
      const found = casesOf(code).map((ruleCase) => {
        const version = versionOf(rule, ruleCase);
        const manifests = manifestsOf(ruleCase);
        const messagesOf = (input: typeof manifests): string[] =>
          check(input, [rule], version).findings.map(({ object, message }) => `${object.name} ${message}`);
        return [messagesOf(manifests), manifests.flatMap((manifest) => messagesOf([manifest]))];
      });
      expect(found.flatMap(([together]) => together)).not.toEqual([]);
      found.forEach(([together, alone]) => {
        expect(alone.sort()).toEqual(together.sort());
      });
    },
  );
});

describe('the catalogue', () => {
  test('has each code once, in capitals', () => {
    const codes = CATALOGUE.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    expect(codes.filter((code) => !/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(code))).toEqual([]);
  });

  test('has codes short enough for an annotation that acknowledges them', () => {
    expect(CATALOGUE.filter(({ code }) => `acknowledge.${code}`.length > 63)).toEqual([]);
  });

  test('says what, why and the fix, without a full stop', () => {
    const texts = CATALOGUE.flatMap((rule) => [rule.title, whyText(rule), rule.fix]);
    expect(texts.filter((text) => text.trim() === '' || text.endsWith('.'))).toEqual([]);
  });

  test('a warning is never refused', () => {
    expect(
      CATALOGUE.filter(
        ({ severity, refusedSince }) => severity === Severity.WARNING && refusedSince !== undefined,
      ),
    ).toEqual([]);
  });

  test('has each rule in a file of its name, and a fixture of each', () => {
    const own = new Set(['index', 'rule', 'check', 'finding', 'acknowledgement']);
    const files = readdirSync(path.join(__dirname, '../../../lib/check/rules'))
      .filter((file) => file.endsWith('.ts'))
      .map((file) => file.slice(0, -'.ts'.length))
      .filter((file) => !own.has(file));
    const names = RULES.map(({ code }) => path.basename(fixtureOf(code), '.yaml')).sort();
    const fixtures = readdirSync(path.join(__dirname, 'fixtures')).map((file) =>
      path.basename(file, '.yaml'),
    );
    expect(files.sort()).toEqual(names);
    expect(fixtures.sort()).toEqual(names);
  });
});
