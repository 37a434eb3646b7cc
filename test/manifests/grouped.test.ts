import { groupedBy, joined } from '../../lib/manifests/grouped';

test('items are grouped in their order, and those without a key are left out', () => {
  const groups = groupedBy(['bee', 'ant', 'bug', ''], (word) => (word === '' ? undefined : word.charAt(0)));
  expect([...groups]).toEqual([
    ['b', ['bee', 'bug']],
    ['a', ['ant']],
  ]);
});

test('a group alone is not copied', () => {
  const group = [1, 2];
  expect(joined([group])).toBe(group);
  expect(joined([group, [3]])).toEqual([1, 2, 3]);
  expect(joined([])).toEqual([]);
});
