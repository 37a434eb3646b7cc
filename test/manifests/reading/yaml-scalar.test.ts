import { plainScalarValue } from '../../../lib/manifests/reading/yaml-scalar';

describe('plain scalars are read as kubectl reads them', () => {
  test.each([
    ['yes', true],
    ['On', true],
    ['y', true],
    ['NO', false],
    ['off', false],
    ['yEs', 'yEs'],
    ['', null],
    ['~', null],
    ['Null', null],
    ['0644', 420],
    ['0o644', 420],
    ['0x1F', 31],
    ['0b101', 5],
    ['08', 8],
    ['1_000', 1000],
    ['+5', 5],
    ['-0', 0],
    ['-0x10', -16],
    ['1e3', 1000],
    ['12e03', 12000],
    ['.5', 0.5],
    ['1.', 1],
    ['1.2.3', '1.2.3'],
    ['1:30', '1:30'],
    ['2024-01-01', '2024-01-01'],
    ['10Gi', '10Gi'],
    ['-', '-'],
    ['.', '.'],
    ['0xZZ', '0xZZ'],
  ])('%p is %p', (text, value) => {
    expect(plainScalarValue(text)).toBe(value);
  });

  test('infinite numbers are no text', () => {
    expect(['.inf', '-.Inf', '.nan'].map(plainScalarValue)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});
