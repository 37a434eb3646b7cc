import { Testing } from 'cdk8s';
import { REFUSALS } from '../../lib/errors/refusals';
import { newChart } from '../synthesis';
import { set } from './refused-input';
import { REFUSED_INPUTS as ROWS } from './refused-inputs';

const CONSTRUCTED = ROWS.filter(({ atSynth }) => atSynth === undefined);
const SYNTHESISED = ROWS.filter(({ atSynth }) => atSynth);

it.each(CONSTRUCTED)('fails at once for $input, with $code', ({ code, path = 'chart/web', build }) => {
  const error = thrownBy(() => {
    build(newChart());
  });
  expect(error.message).toMatch(new RegExp(`^${path}: .* \\[${code}\\]$`));
  expect(error).toHaveProperty('code', code);
});

it.each(SYNTHESISED)('fails at synthesis for $input, with $code', ({ code, path = 'chart/web', build }) => {
  const chart = newChart();
  build(chart);
  const { message } = thrownBy(() => {
    Testing.synth(chart);
  });
  // cdk8s lists all that is wrong in the app, a line each.
  const codes = [...message.matchAll(/ \[([A-Z_]+)\]$/gm)].map(([, found]) => found);
  expect(codes).toEqual([code]);
  expect(message).toContain(path);
});

it('has a row for each code', () => {
  expect(new Set(ROWS.map(({ code }) => code))).toEqual(new Set(Object.keys(REFUSALS)));
});

it('takes the longest name there can be', () => {
  const chart = newChart();
  set(chart, { name: 'a'.repeat(52) });
  expect(Testing.synth(chart)).toHaveLength(2);
});

function thrownBy(build: () => void): Error {
  try {
    build();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
}
