import * as fc from 'fast-check';
import {
  canonicalQuantity,
  compareQuantities,
  nanoOf,
  quantityProblem,
  sumInNano,
} from '../../lib/kubernetes/quantity';

describe('quantities', () => {
  test.each([
    ['1Gi', '1024Mi'],
    ['1', '1000m'],
    ['0.5', '500m'],
    ['1.5Gi', '1536Mi'],
    ['1e3', '1k'],
    ['1E3', '1000'],
    ['1E', '1000P'],
    ['1Ei', '1024Pi'],
    ['.5', '0.50'],
    ['1.', '1'],
    ['+1', '1'],
    ['100n', '0.1u'],
    ['-1', '-1000m'],
    ['1e-3', '1m'],
    [1, '1'],
    [0.25, '250m'],
    [1e21, '1e+21'],
  ])('are compared by value: %s is %s', (left, right) => {
    expect(compareQuantities(left, right)).toBe(0);
  });

  test.each([
    ['1Gi', '1G'],
    ['10Gi', '9.9Gi'],
    ['1', '-1'],
    ['1001m', '1'],
  ])('%s is more than %s', (left, right) => {
    expect(compareQuantities(left, right)).toBe(1);
    expect(compareQuantities(right, left)).toBe(-1);
  });

  test('round what is smaller than a billionth away from zero, as the API server does', () => {
    expect(compareQuantities('0.0000000001', '1n')).toBe(0);
    expect(compareQuantities('-0.0000000001', '-1n')).toBe(0);
    expect(compareQuantities('1e-99999', '1n')).toBe(0);
  });

  test('end at the largest whole number of 64 bits', () => {
    expect(compareQuantities('1e99999', '9223372036854775807')).toBe(0);
    expect(compareQuantities('99999999Ei', '1e30')).toBe(0);
  });

  test.each([
    '',
    'Gi',
    '1K',
    '1gi',
    '1GiB',
    '1 Gi',
    '1.2.3',
    '--1',
    '1e',
    '1Gi2',
    'e3',
    '.',
    '1'.repeat(200),
  ])('fails on %j', (text) => {
    expect(quantityProblem(text)).toMatch(/^must /);
    expect(compareQuantities(text, '1')).toBeUndefined();
  });

  test.each([
    ['1024Mi', '1Gi'],
    ['1.5Gi', '1536Mi'],
    ['0.5', '500m'],
    ['1000m', '1'],
    ['1000k', '1M'],
    ['10', '10'],
    ['0Gi', '0'],
    ['0.5Gi', '512Mi'],
    ['-2048Ki', '-2Mi'],
    ['much', 'much'],
  ])('are written as the API server does: %s is %s', (quantity, canonical) => {
    expect(canonicalQuantity(quantity)).toBe(canonical);
  });

  test('are summed, without what is none', () => {
    expect(sumInNano(['1Gi', '512Mi', 'much', undefined])).toBe(nanoOf('1.5Gi'));
  });

  test('compare as the numbers that they are', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (left, right) => {
        expect(compareQuantities(`${left}Ki`, `${right}Ki`)).toBe(Math.sign(left - right));
      }),
    );
  });

  test('never throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const problem = quantityProblem(text);
        expect(problem === undefined).toBe(compareQuantities(text, text) === 0);
      }),
    );
  });
});
