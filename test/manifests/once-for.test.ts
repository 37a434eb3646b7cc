import { onceFor } from '../../lib/manifests/once-for';

test('is made once for each object, and for an equal one again', () => {
  const asked: number[][] = [];
  const lengthOf = onceFor((list: number[]) => {
    asked.push(list);
    return list.length;
  });
  const list = [1, 2];
  expect([lengthOf(list), lengthOf(list), lengthOf([1, 2])]).toEqual([2, 2, 2]);
  expect(asked).toHaveLength(2);
});

test('an answer of undefined is an answer', () => {
  let asked = 0;
  const nothing = onceFor(() => {
    asked += 1;
    return undefined;
  });
  const of = {};
  nothing(of);
  nothing(of);
  expect(asked).toBe(1);
});
