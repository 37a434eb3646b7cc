import { refusalCodes } from '../../lib/api/errors';
import { Refusals } from '../../lib/api/refusals';

const REFUSED = 'chart/web: replicas must be 0 or more, got -1; give the number of pods [REPLICAS_INVALID]';

it.each([
  ['a message alone', REFUSED],
  [
    'a message before the stack that repeats it, as it comes to Go and Java',
    `${REFUSED}\nError: ${REFUSED}\n    at f (x.js:1)`,
  ],
])('finds the code in %s', (_, message) => {
  expect(Refusals.codesIn(message)).toEqual(['REPLICAS_INVALID']);
});

it('finds all codes that synthesis lists, in their order', () => {
  expect(Refusals.codesIn(`Validation failed:\n  [web] no ports [PORTS_MISSING]\n  ${REFUSED}`)).toEqual([
    'PORTS_MISSING',
    'REPLICAS_INVALID',
  ]);
});

it('finds none in a message that only looks like one', () => {
  expect(Refusals.codesIn('no chart [NOT_A_CODE]')).toEqual([]);
});

it('refuses what is no text', () => {
  let error: unknown;
  try {
    Refusals.codesIn(undefined as unknown as string);
  } catch (thrown) {
    error = thrown;
  }
  expect(refusalCodes(error)).toEqual(['FIELD_MISSING']);
});
