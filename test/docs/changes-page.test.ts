import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANGE_CODES } from '../../lib/plan/policy/change-codes';
import { changesPage } from './changes-page';
import { REPOSITORY } from './included-files';

const PAGE = join(REPOSITORY, 'docs/changes.md');

it('docs/changes.md is what the codes make of it: run npm run docs', () => {
  const page = changesPage();
  if (process.env.UPDATE_DOCS === '1') {
    writeFileSync(PAGE, page);
  }
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

it('the page lists each code once', () => {
  const codes = [...changesPage().matchAll(/^## (\w+)$/gm)].map(([, code]) => code);
  expect(codes).toEqual(Object.keys(CHANGE_CODES));
});
