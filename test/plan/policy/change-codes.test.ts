import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../../lib/check/rules';
import { CHANGE_CODES, type ChangeDescription } from '../../../lib/plan/policy/change-codes';
import { Effect } from '../../../lib/plan/policy/effect';
import { ALL_POLICIES } from '../../../lib/plan/policy/field-policy';

const CODES = Object.entries<ChangeDescription>(CHANGE_CODES);
const PLAN = join(__dirname, '../../../lib/plan');

test('every code is given to a change by some file of plan', () => {
  const text = readdirSync(PLAN, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('change-codes.ts'))
    .map((file) => readFileSync(join(PLAN, file), 'utf8'))
    .join('\n');
  expect(CODES.map(([code]) => code).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
});

test('no code means two things: none has the meaning of another, and none is the code of a rule', () => {
  const meanings = CODES.map(([, { meaning }]) => meaning);
  expect(new Set(meanings).size).toBe(meanings.length);
  const rules = new Set(RULES.map(({ code }) => code));
  expect(CODES.map(([code]) => code).filter((code) => rules.has(code))).toEqual([]);
});

test('every row of the policy has an effect that the description of its code names', () => {
  const odd = ALL_POLICIES.filter(
    ({ code, effect }) => !(CHANGE_CODES[code] as ChangeDescription).effects.includes(effect),
  );
  expect(odd).toEqual([]);
});

test('every row of a field that never changes is rejected', () => {
  const immutable = ALL_POLICIES.filter((row) => row.immutable !== undefined);
  expect(immutable.map(({ effect }) => effect)).toEqual(immutable.map(() => Effect.REJECTED));
});
