import { Lazy } from 'cdk8s';
import { toPlainManifest } from '../../../lib/constructs/rendering/to-plain-manifest';

describe('toPlainManifest', () => {
  test('sorts the keys of objects, at each depth', () => {
    expect(JSON.stringify(toPlainManifest({ b: [{ d: 1, c: 2 }], a: { z: 1, B: 2, '10': 3 } }))).toBe(
      '{"a":{"10":3,"B":2,"z":1},"b":[{"c":2,"d":1}]}',
    );
  });
  test('leaves out what has no value, and keeps what is empty or false', () => {
    expect(
      toPlainManifest({ a: undefined, b: null, c: { d: null }, e: [], f: '', g: 0, h: false }),
    ).toStrictEqual({
      c: {},
      e: [],
      f: '',
      g: 0,
      h: false,
    });
  });
  test('shares nothing with the original', () => {
    const original = { list: [{ a: 1 }], map: { b: 2 } };
    const copy = toPlainManifest(original) as typeof original;
    expect(copy).toEqual(original);
    expect([copy.list, copy.list[0], copy.map]).not.toContain(original.list);
    expect(copy.list[0]).not.toBe(original.list[0]);
    expect(copy.map).not.toBe(original.map);
  });
  test.each<[string, unknown]>([
    ['a lazy value', Lazy.any({ produce: () => 1 })],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a big integer', 1n],
    ['a key named constructor', { constructor: 'a' }],
    ['an object without a prototype', Object.create(null)],
  ])('refuses %s, however deep', (_, value) => {
    expect(() => toPlainManifest({ a: [{ b: value }] })).toThrow('is not plain data');
  });
});
