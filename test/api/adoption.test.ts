import { Adoption } from '../../lib/api/adoption';
import { set } from '../adopt/objects';

it('gives the code, the files of an app, and no differences', () => {
  const adoption = Adoption.ofManifests([set()]);
  expect(adoption.isExact).toBe(true);
  expect(adoption.differences).toEqual([]);
  expect(adoption.code).toContain("new StatefulSet(this, 'web', {");
  expect(adoption.files.map(({ path }) => path)).toEqual([
    'package.json',
    'tsconfig.json',
    'cdk8s.yaml',
    'main.ts',
    'chart.ts',
    'chart.test.ts',
    'adopted.yaml',
    'README.md',
  ]);
  expect(adoption.files.find(({ path }) => path === 'chart.ts')?.content).toBe(adoption.code);
});

it('lists the fields that a patch puts there', () => {
  const adoption = Adoption.ofManifests([set({ spec: { os: { name: 'linux' } } })]);
  expect(adoption.patches).toEqual([
    { object: 'StatefulSet web', operation: 'add', path: 'spec.template.spec.os' },
  ]);
  expect(adoption.toText()).toContain('Patched: StatefulSet web: spec.template.spec.os');
});

it('says what could not be read, and is not exact then', () => {
  const adoption = Adoption.ofPaths(['no-such-file.yaml']);
  expect(adoption.problems).toHaveLength(1);
  expect(adoption.isExact).toBe(false);
});
