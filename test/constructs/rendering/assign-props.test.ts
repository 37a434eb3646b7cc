import { assignProps } from '../../../lib/constructs/rendering/assign-props';

describe('merged', () => {
  test('takes the second where both objects have a property, also one without a value', () => {
    expect(assignProps({ a: 1, b: 1, c: 1 }, { b: 2, c: undefined })).toStrictEqual({
      a: 1,
      b: 2,
      c: undefined,
    });
  });
  test('takes the second alone where there is no first', () => {
    expect(assignProps(undefined, { a: 1 })).toStrictEqual({ a: 1 });
  });
  test('changes neither object', () => {
    const [first, second] = [{ a: 1 }, { a: 2 }];
    expect(assignProps(first, second)).not.toBe(first);
    expect([first, second]).toEqual([{ a: 1 }, { a: 2 }]);
  });
});
