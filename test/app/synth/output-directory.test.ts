import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { OutputDirectory } from '../../../lib/app/synth/output-directory';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'output-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a folder or file that cannot be written is named in one line', () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  expect(() => new OutputDirectory(path.join(file, 'dist'), '.yaml')).toThrow(
    /^App: ".*file\/dist" cannot be written \(ENOTDIR\); .*$/,
  );
  const output = new OutputDirectory(folder, '.yaml');
  expect(() => {
    output.saveText('absent/a.yaml', '');
  }).toThrow(/^App: ".*absent\/a\.yaml" cannot be written \(ENOENT\); .*$/);
});
