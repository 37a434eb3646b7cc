import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './included-files';

/** Holds a file of `docs/output`, which pages include, to what a test has produced; `npm run docs` writes it. */
export function expectOutput(name: string, produced: string): void {
  const path = join(REPOSITORY, 'docs/output', name);
  if (process.env.UPDATE_DOCS === '1') {
    writeFileSync(path, produced);
  }
  expect(readFileSync(path, 'utf8')).toBe(produced);
}
