import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { InputBudget } from '../../../lib/manifests/reading/input-budget';
import { InputProblemCode } from '../../../lib/manifests/reading/input-problem';
import { descriptorOf, readPaths } from '../../../lib/manifests/reading/read-paths';

const SERVICE = (name: string): string => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\n`;
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'read-paths-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

describe('readPaths', () => {
  test('reads files and folders, inner folders too, in alphabetical order', () => {
    write('b.yml', SERVICE('b'));
    write('a/c.json', '{"apiVersion":"v1","kind":"Service","metadata":{"name":"c"}}');
    write('README.md', 'not read');
    const single = write('other.txt', SERVICE('given'));
    const { manifests, problems } = readPaths([folder, single]);
    expect(problems).toEqual([]);
    expect(manifests.map(({ name }) => name)).toEqual(['c', 'b', 'given']);
  });

  test('sets construct metadata aside', () => {
    const metadata = write('construct-metadata.json', '{"version":"1.0.0","resources":{}}');
    write('a.yaml', SERVICE('a'));
    const { manifests, problems, constructMetadataFiles } = readPaths([folder]);
    expect([manifests.length, problems, constructMetadataFiles]).toEqual([1, [], [metadata]]);
  });

  test('reads UTF-16, as kubectl does', () => {
    const file = write('a.yaml', Buffer.from(`\uFEFF${SERVICE('wide')}`, 'utf16le'));
    expect(readPaths([file]).manifests.map(({ name }) => name)).toEqual(['wide']);
  });

  test('refuses a pipe in a folder by name, and reads the rest', () => {
    write('a.yaml', SERVICE('a'));
    const pipe = path.join(folder, 'pipe.yaml');
    execFileSync('mkfifo', [pipe]);
    const { manifests, problems } = readPaths([folder]);
    expect(manifests.map(({ name }) => name)).toEqual(['a']);
    expect(problems.map(({ code, file }) => [code, file])).toEqual([
      [InputProblemCode.INPUT_NOT_A_FILE, pipe],
    ]);
  });

  test('lists the first of very many bad files, and counts the others', () => {
    Array.from({ length: 30 }, (_, index) => write(`${index}.yaml`, '[1]'));
    const { problems, moreProblems } = readPaths([folder]);
    expect([problems.length, moreProblems]).toEqual([20, 10]);
  });

  test('stops at the budget, over all paths together', () => {
    const files = ['a', 'b', 'c'].map((name) => write(`${name}.yaml`, SERVICE(name).padEnd(600 * 1024)));
    const { manifests, problems } = readPaths(files, new InputBudget(1));
    expect(manifests.map(({ name }) => name)).toEqual(['a']);
    expect(problems.map(({ code }) => code)).toEqual([
      InputProblemCode.INPUT_TOO_LARGE,
      InputProblemCode.INPUT_TOO_LARGE,
    ]);
  });

  test('reads the descriptor that a shell passes for a process', () => {
    const descriptor = openSync(write('a.yaml', SERVICE('a')), 'r');
    const { manifests, problems } = readPaths([`/dev/fd/${descriptor}`]);
    closeSync(descriptor);
    expect([manifests.map(({ name }) => name), problems]).toEqual([['a'], []]);
  });

  test('fails where the process wrote nothing: it has failed, and a file may hold nothing', () => {
    const file = write('a.yaml', '\n');
    const descriptor = openSync(file, 'r');
    const { problems } = readPaths([`/dev/fd/${descriptor}`]);
    closeSync(descriptor);
    expect(problems.map(({ code }) => code)).toEqual([InputProblemCode.INPUT_EMPTY]);
    expect(readPaths([file]).problems).toEqual([]);
  });

  test('fails on what is not there, holds nothing or is no text', () => {
    const empty = path.join(folder, 'empty');
    mkdirSync(empty);
    const binary = write('binary.yaml', Buffer.from([0xc3, 0x28]));
    const { problems } = readPaths([path.join(folder, 'absent'), empty, binary]);
    expect(problems.map(({ code, file }) => [code, path.basename(file)])).toEqual([
      [InputProblemCode.INPUT_NOT_FOUND, 'absent'],
      [InputProblemCode.INPUT_NOT_FOUND, 'empty'],
      [InputProblemCode.INPUT_SYNTAX, 'binary.yaml'],
    ]);
  });
});

test.each([
  ['-', 0],
  ['/dev/stdin', 0],
  ['/dev/fd/63', 63],
  ['/proc/self/fd/11', 11],
  ['/dev/fd/x', undefined],
  ['./-', undefined],
])('%s names the descriptor %p', (given, descriptor) => {
  expect(descriptorOf(given)).toBe(descriptor);
});
