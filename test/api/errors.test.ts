import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RefusedError, refusalCodes } from '../../lib/api/errors';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { manifestsOf, newChart, NGINX } from '../synthesis';

it('tells what a construct refuses by its code', () => {
  const error = thrownBy(() => new StatefulSet(newChart(), 'web', { replicas: -1, containers: [NGINX] }));
  expect(error).toBeInstanceOf(RefusedError);
  expect((error as RefusedError).code).toBe('REPLICAS_INVALID');
  expect(refusalCodes(error)).toEqual(['REPLICAS_INVALID']);
});

it('tells all that synthesis refuses, each code once', () => {
  const chart = newChart();
  new StatefulSet(chart, 'web', {}).addClientService();
  new StatefulSet(chart, 'db', {});
  expect(refusalCodes(thrownBy(() => manifestsOf(chart))).sort()).toEqual([
    'CONTAINERS_MISSING',
    'PORTS_MISSING',
  ]);
});

it.each([new Error('no chart [NOT_A_CODE]'), new TypeError('x is undefined'), undefined, 'text'])(
  'finds no refusal in %p',
  (error) => {
    expect(refusalCodes(error)).toEqual([]);
  },
);

it('is an entry of the package', () => {
  const manifest = readFileSync(join(__dirname, '../../package.json'), 'utf8');
  expect(JSON.parse(manifest)).toHaveProperty(['exports', './errors'], {
    types: './build/lib/api/errors.d.ts',
    default: './build/lib/api/errors.js',
  });
});

function thrownBy(build: () => unknown): unknown {
  try {
    build();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}
