import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REFUSALS } from '../../lib/errors/refusals';
import { errorsPage } from './errors-page';
import { REPOSITORY } from './included-files';

const PAGE = join(REPOSITORY, 'docs/errors.md');

it('docs/errors.md is what the refusals make of it: run npm run docs', () => {
  const page = errorsPage();
  if (process.env.UPDATE_DOCS === '1') {
    writeFileSync(PAGE, page);
  }
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

it('the page lists each code once, with the fix and an input', () => {
  const page = errorsPage();
  expect([...page.matchAll(/^## (\w+)$/gm)].map(([, code]) => code)).toEqual(Object.keys(REFUSALS));
  expect(page.match(/^- Fix: \S/gm)).toHaveLength(Object.keys(REFUSALS).length);
  expect(page.match(/^- Refused, for example: \w/gm)).toHaveLength(Object.keys(REFUSALS).length);
});
