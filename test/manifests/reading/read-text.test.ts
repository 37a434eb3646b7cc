import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { InputBudget } from '../../../lib/manifests/reading/input-budget';
import { InputProblemCode } from '../../../lib/manifests/reading/input-problem';
import { readDescriptorText, readFileText } from '../../../lib/manifests/reading/read-text';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'read-text-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function codeOf(file: string, budget = new InputBudget()): string {
  const read = readFileText(file, budget);
  return typeof read === 'string' ? 'read' : read.code;
}

describe('readFileText', () => {
  test('refuses a named pipe that nobody writes to, at once', () => {
    const pipe = path.join(folder, 'pipe.yaml');
    execFileSync('mkfifo', [pipe]);
    expect(codeOf(pipe)).toBe(InputProblemCode.INPUT_NOT_A_FILE);
  });

  test('refuses a device, and a link to one', () => {
    const link = path.join(folder, 'link.yaml');
    symlinkSync('/dev/zero', link);
    expect([codeOf('/dev/zero'), codeOf(link)]).toEqual([
      InputProblemCode.INPUT_NOT_A_FILE,
      InputProblemCode.INPUT_NOT_A_FILE,
    ]);
  });

  test('refuses a socket', async () => {
    const socket = path.join(folder, 'socket.yaml');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    expect(codeOf(socket)).toBe(InputProblemCode.INPUT_NOT_A_FILE);
    await new Promise((resolve) => server.close(resolve));
  });

  test('follows a link to a file, and not one to itself or to a folder', () => {
    const [file, link, loop, up] = ['file', 'link', 'loop', 'up'].map((name) => path.join(folder, name));
    writeFileSync(file, 'a');
    symlinkSync(file, link);
    symlinkSync(loop, loop);
    symlinkSync(folder, up);
    expect([link, loop, up].map((one) => codeOf(one))).toEqual([
      'read',
      InputProblemCode.INPUT_NOT_FOUND,
      InputProblemCode.INPUT_NOT_A_FILE,
    ]);
  });

  test('the budget holds for all files together', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    truncateSync(file, 600 * 1024);
    const budget = new InputBudget(1);
    expect([codeOf(file, budget), codeOf(file, budget)]).toEqual(['read', InputProblemCode.INPUT_TOO_LARGE]);
  });

  test('a file that says it is empty is read to the end: some of the system grow while they are read', () => {
    expect(readFileText('/proc/self/status', new InputBudget())).toContain('Pid:');
  });
});

describe('readDescriptorText', () => {
  test('stops at the budget on a stream that never ends', () => {
    const endless = openSync('/dev/zero', 'r');
    const read = readDescriptorText(endless, 'standard input', new InputBudget(1));
    closeSync(endless);
    expect(read).toMatchObject({ code: InputProblemCode.INPUT_TOO_LARGE, file: 'standard input' });
  });

  test('fails on a descriptor that is not open', () => {
    expect(readDescriptorText(12345, '/dev/fd/12345', new InputBudget())).toMatchObject({
      code: InputProblemCode.INPUT_NOT_FOUND,
    });
  });
});
