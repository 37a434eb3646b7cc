import * as fc from 'fast-check';
import { Effect, worst } from '../../../lib/plan/policy/effect';

describe('the worst effect', () => {
  const effects = fc.array(fc.constantFrom(...Object.values(Effect)));

  test('is a join: in any order, grouped in any way, and as often as one likes', () => {
    fc.assert(
      fc.property(effects, effects, (left, right) => {
        expect(worst([...left, ...right])).toBe(worst([...right, ...left]));
        expect(worst([worst(left), worst(right)])).toBe(worst([...left, ...right]));
        expect(worst([...left, ...left])).toBe(worst(left));
      }),
    );
  });

  test('is none of nothing', () => {
    expect(worst([])).toBe(Effect.NONE);
    expect(worst([Effect.REJECTED, Effect.DATA_AT_RISK, Effect.NONE])).toBe(Effect.DATA_AT_RISK);
  });
});
