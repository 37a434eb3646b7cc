import { relative } from 'node:path';
import type * as Library from '../lib';

// Only types may be imported here: what this file loads is what is counted.
test('loads no part of the judging half until it is asked for', () => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it before it is counted
  const { Checks } = require('../lib') as typeof Library;
  expect(judgingFiles()).toEqual(['lib/rules/rule.ts', 'lib/plan/effect.ts']);

  Checks.ofText('');
  expect(judgingFiles()).toContain('lib/rules/index.ts');
});

function judgingFiles(): string[] {
  return Object.keys(require.cache)
    .map((file) => relative(`${__dirname}/..`, file))
    .filter((file) => /^lib\/(?:facts|rules|plan|report)\/|\/js-yaml\//.test(file));
}
