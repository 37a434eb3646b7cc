import { readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { RULES } from '../../../lib/check/rules';
import { rulesPage } from './rules-page';

const PAGE = path.join(__dirname, '../../../docs/rules.md');

test('docs/rules.md is what the rules and their fixtures make of it: run npm run docs:rules', () => {
  const page = rulesPage();
  if (process.env.UPDATE_DOCS === '1') {
    writeFileSync(PAGE, page);
  }
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

test('the page shows each rule with what fails and what passes', () => {
  const page = rulesPage();
  const sections = RULES.map(({ code }) => page.split(`\n## ${code}\n`)[1]?.split('\n## ')[0] ?? '');
  expect(sections.filter((section) => !section.includes('Fails: ') || !section.includes('Passes: '))).toEqual(
    [],
  );
});
