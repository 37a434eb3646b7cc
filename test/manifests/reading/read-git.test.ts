import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { InputBudget } from '../../../lib/manifests/reading/input-budget';
import { readGit } from '../../../lib/manifests/reading/read-git';

const SERVICE = (name: string): string => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\n`;
const here = process.cwd();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'read-git-'));
  process.chdir(folder);
  execFileSync('git', ['init', '-q']);
});
afterEach(() => {
  process.chdir(here);
  rmSync(folder, { recursive: true });
});

function commit(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(name), { recursive: true });
    writeFileSync(name, content);
  }
  execFileSync('git', ['add', '--force', '.']);
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@b'];
  execFileSync('git', [...author, 'commit', '-q', '-m', 'all']);
}

function namesIn(source: string): readonly (string | undefined)[] {
  return readGit(source, new InputBudget()).manifests.map(({ name }) => name);
}

describe('readGit', () => {
  test('leaves out the folders that are left out of a folder', () => {
    commit({
      'k8s/a.yaml': SERVICE('a'),
      'k8s/node_modules/b.yaml': SERVICE('b'),
      'k8s/.tool/c.yaml': SERVICE('c'),
      'README.md': 'not read',
    });
    expect(namesIn('git:HEAD:')).toEqual(['a']);
    expect(namesIn('git:HEAD:k8s')).toEqual(['a']);
    expect(namesIn('git:HEAD:k8s/.tool')).toEqual(['c']);
    process.chdir('k8s');
    expect(namesIn('git:HEAD:.')).toEqual(['a']);
  });

  test('reads a file of any name that is named itself', () => {
    commit({ 'k8s/a.txt': SERVICE('a') });
    expect(namesIn('git:HEAD:k8s/a.txt')).toEqual(['a']);
    expect(readGit('git:HEAD:k8s', new InputBudget()).problems).toMatchObject([{ code: 'INPUT_NOT_FOUND' }]);
  });

  test('stops at the budget, over all files together', () => {
    commit({
      'a.yaml': SERVICE('a').padEnd(600 * 1024),
      'b.yaml': SERVICE('b').padEnd(600 * 1024),
    });
    const { manifests, problems } = readGit('git:HEAD:', new InputBudget(1));
    expect(manifests).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'INPUT_TOO_LARGE', file: 'HEAD:b.yaml' }]);
  });

  test('names a file that is no text', () => {
    commit({ 'a.yaml': Buffer.from([0xc3, 0x28]), 'b.yaml': SERVICE('b') });
    const { manifests, problems } = readGit('git:HEAD:', new InputBudget());
    expect(manifests).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'INPUT_SYNTAX', file: 'HEAD:a.yaml' }]);
  });
});
