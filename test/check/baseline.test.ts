import { baselineOf, parsedBaseline, withoutBaseline } from '../../lib/check/baseline';
import { type Finding, findingOf } from '../../lib/check/finding';
import { Severity } from '../../lib/check/rule';
import { manifestOf } from '../../lib/manifests/manifest';

function finding(code: string, name = 'web', line = 1): Finding {
  const object = manifestOf(
    { apiVersion: 'v1', kind: 'Service', metadata: { name } },
    { file: 'a.yaml', line },
  );
  const rule = { code, severity: Severity.ERROR, title: 'it holds', fix: 'mend it' };
  return findingOf(rule, object, { path: ['spec', 'type'], problem: 'is wrong' });
}

test('a baseline covers the findings that it was made of, wherever they have moved', () => {
  const baseline = baselineOf([finding('B'), finding('A')]);
  expect(baseline).toEqual({ version: 1, findings: ['A Service web spec.type', 'B Service web spec.type'] });
  expect(withoutBaseline([finding('A', 'web', 99), finding('B', 'web', 7)], baseline)).toEqual({
    open: [],
    stale: [],
  });
});

test('what is new stays, and what is found no more is told', () => {
  const { open, stale } = withoutBaseline(
    [finding('A'), finding('A', 'other')],
    baselineOf([finding('A'), finding('B')]),
  );
  expect(open.map(({ object }) => object.name)).toEqual(['other']);
  expect(stale).toEqual(['B Service web spec.type']);
});

test('of equal findings it covers as many as it has', () => {
  const [one, two] = [[finding('A')], [finding('A'), finding('A')]];
  expect(withoutBaseline(two, baselineOf(one))).toMatchObject({ open: { length: 1 }, stale: [] });
  expect(withoutBaseline(one, baselineOf(two))).toMatchObject({ open: [], stale: { length: 1 } });
});

test('it is read as it is written, and anything else is no baseline', () => {
  const baseline = baselineOf([finding('A')]);
  expect(parsedBaseline(JSON.stringify(baseline))).toEqual(baseline);
  const others = ['', '[]', '{}', '{"version":2,"findings":[]}', '{"version":1,"findings":[1]}'];
  expect(others.map(parsedBaseline)).toEqual(others.map(() => undefined));
});
