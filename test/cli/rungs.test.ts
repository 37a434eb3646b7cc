import { parseArguments } from '../../lib/cli/arguments';
import { UsageError } from '../../lib/cli/command';
import { CANARY_OPTION, rungsOption } from '../../lib/cli/rungs';

function rungsOf(...args: readonly string[]): readonly string[] | undefined {
  return rungsOption(parseArguments(args, [CANARY_OPTION]));
}

test('rungs are numbers and percentages', () => {
  expect(rungsOf()).toBeUndefined();
  expect(rungsOf('--canary', '1, 3,50%')).toEqual(['1', '3', '50%']);
});

test.each([
  '',
  '0',
  '-1',
  '1.5',
  '0%',
  '100%',
  '1;touch a',
  '50 %',
  '50%%',
  '08%',
  '010',
  '1e3',
  'NaN',
  '200%',
])('fails on %p', (text) => {
  expect(() => rungsOf(`--canary=${text}`)).toThrow(UsageError);
});
