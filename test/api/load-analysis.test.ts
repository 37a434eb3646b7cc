import { relative } from 'node:path';
import type * as Library from '../../lib';

// Only types may be imported here: what this file loads is what is counted.
test('loads no part of the analysis until it is asked for', () => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it before it is counted
  const { Checks } = require('../../lib') as typeof Library;
  expect(analysisFiles()).toEqual([
    'lib/plan/apply-mode.ts',
    'lib/plan/policy/effect.ts',
    'lib/check/rule.ts',
  ]);

  Checks.ofText('');
  expect(analysisFiles()).toContain('lib/check/rules/index.ts');
});

function analysisFiles(): string[] {
  return Object.keys(require.cache)
    .map((file) => relative(`${__dirname}/../..`, file))
    .filter((file) => /^lib\/(?:check|manifests|plan|show|text)\/|\/js-yaml\//.test(file));
}
