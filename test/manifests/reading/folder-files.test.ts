import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { filesIn } from '../../../lib/manifests/reading/folder-files';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(tmpdir(), '.folder-files-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true });
});

function write(...names: readonly string[]): void {
  for (const name of names) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, '');
  }
}

function found(): readonly string[] {
  return filesIn(folder).files.map((file) => path.relative(folder, file));
}

describe('filesIn', () => {
  test('leaves out the folders of tools, at any depth, and what holds no manifests', () => {
    write('a.yaml', 'b/c.YML', 'b/d.json', 'b/e.txt', '.f.yaml');
    write('node_modules/x.yaml', 'b/node_modules/x.yaml', '.git/x.yaml', 'b/.cache/y/x.yaml');
    expect(found()).toEqual(['.f.yaml', 'a.yaml', 'b/c.YML', 'b/d.json']);
  });

  test('does not follow links to folders, which may lead back', () => {
    write('b/c.yaml');
    fs.symlinkSync(folder, path.join(folder, 'b/back'));
    expect(found()).toEqual(['b/c.yaml']);
  });

  test('names a folder that cannot be read, and lists the rest', () => {
    write('a.yaml', 'locked/b.yaml');
    const locked = path.join(folder, 'locked');
    const list = fs.readdirSync;
    const spy = jest.spyOn(jest.requireActual<typeof fs>('node:fs'), 'readdirSync');
    spy.mockImplementation(((given: string, options: never) => {
      if (given === locked) {
        throw Object.assign(new Error('denied'), { code: 'EACCES' });
      }
      return list(given, options);
    }) as never);
    const { files, problems } = filesIn(folder);
    spy.mockRestore();
    expect(files).toEqual([path.join(folder, 'a.yaml')]);
    expect(problems).toMatchObject([{ file: locked, message: 'may not be read' }]);
  });
});
