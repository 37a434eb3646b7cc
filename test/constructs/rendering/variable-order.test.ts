import { EnvValue } from 'cdk8s-plus-28';
import { PodIdentity, StatefulSet } from '../../../lib';
import { inOrderOfUse } from '../../../lib/constructs/rendering/variable-order';
import { newChart, NGINX, podOf } from '../../synthesis';

/** The names of the variables in the order in which they are rendered. */
function ordered(values: Readonly<Record<string, string>>): string[] {
  return inOrderOfUse(Object.entries(values).map(([name, value]) => ({ name, value }))).map(
    ({ name }) => name,
  );
}

it.each([
  [
    'a variable before one that refers to it',
    { HOST: '$(POD_NAME).web', POD_NAME: 'web-0' },
    'POD_NAME HOST',
  ],
  ['a chain of them', { A: '$(B)', B: '$(C)', C: 'c' }, 'C B A'],
  ['two that one refers to, in the order of its value', { A: '$(C)$(B)', B: 'b', C: 'c' }, 'C B A'],
  ['variables of which none refers to another, as they were given', { B: 'b', A: '$B', C: 'c' }, 'B A C'],
  ['those that stand right already, as they were given', { Z: 'z', B: '$(Z)', A: '$(B)' }, 'Z B A'],
  ['an escaped reference, as it was given', { A: '$$(B)', B: 'b' }, 'A B'],
  ['a reference after an escaped dollar, before it', { A: '$$$(B)', B: 'b' }, 'B A'],
  ['a variable that adds to one from outside', { PATH: '$(PATH):/opt', A: '$(HOME)' }, 'PATH A'],
  ['variables that refer to each other, each once', { A: '$(B)', B: '$(A)' }, 'B A'],
])('renders %s', (_, values, names) => {
  expect(ordered(values).join(' ')).toBe(names);
});

it('leaves out no variable whose value comes from elsewhere, and asks nothing of a lazy one', () => {
  const fromField = { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } };
  const lazy = { name: 'LAZY', value: { produce: () => '$(POD_NAME)' } as unknown as string };
  expect(inOrderOfUse([lazy, fromField])).toEqual([lazy, fromField]);
});

describe('in a set', () => {
  const sorted = { HOST: EnvValue.fromValue('$(POD_NAME).web'), POD_NAME: PodIdentity.podName() };
  const names = ({ env }: { env?: { name: string }[] }): string[] => (env ?? []).map(({ name }) => name);

  it('is the order of containers and init containers, whatever the order of the map', () => {
    const chart = newChart();
    const set = new StatefulSet(chart, 'web', { containers: [{ ...NGINX, envVariables: sorted }] });
    set.addInitContainer({ ...NGINX, name: 'init', envVariables: sorted });
    const pod = podOf(chart) as { containers: object[]; initContainers: object[] };
    expect([...pod.containers, ...pod.initContainers].map(names)).toEqual([
      ['POD_NAME', 'HOST'],
      ['POD_NAME', 'HOST'],
    ]);
  });

  it('is said by adding one variable after the other', () => {
    const chart = newChart();
    const container = new StatefulSet(chart, 'web', {}).addContainer(NGINX);
    ['ZONE', 'ADDRESS', 'MODE'].forEach((name) => {
      container.env.addVariable(name, EnvValue.fromValue(name.toLowerCase()));
    });
    const pod = podOf(chart) as { containers: object[] };
    expect(pod.containers.map(names)).toEqual([['ZONE', 'ADDRESS', 'MODE']]);
  });
});
