import { RefusedError } from '../../lib/errors/refusal';
import { REFUSALS } from '../../lib/errors/refusals';

it('says where, what, which value, the fix and the code', () => {
  const error = new RefusedError(
    { node: { path: 'chart/web' } },
    {
      code: 'REPLICAS_INVALID',
      subject: 'replicas',
      problem: 'must be greater than or equal to 0',
      value: -1,
    },
  );
  expect(error.message).toBe(
    'chart/web: replicas must be greater than or equal to 0, got -1; give the number of pods [REPLICAS_INVALID]',
  );
  expect(error.code).toBe('REPLICAS_INVALID');
});

it.each(Object.entries(REFUSALS))(
  '%s has a rule and a way out, in plain sentences',
  (code, { rule, fix }) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)+$/);
    for (const text of [rule, fix]) {
      expect(text).toMatch(/^[a-z']/);
      expect(text).not.toMatch(/\.$/);
    }
  },
);
