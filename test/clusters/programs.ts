import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where programs are found: as a shell finds them, or where Debian's packages hide them. */
export const PROGRAM_DIRECTORIES: readonly string[] = [
  ...(process.env.PATH ?? '').split(delimiter),
  ...versionsOf('/usr/lib/postgresql').map((version) => join('/usr/lib/postgresql', version, 'bin')),
  '/usr/share/zookeeper/bin',
];

/** The path of a program of this machine, if it has it. */
export function findProgram(name: string): string | undefined {
  return PROGRAM_DIRECTORIES.map((directory) => join(directory, name)).find(isExecutable);
}

/** Why this machine cannot run a test with these programs, if it cannot. */
export function reasonAgainst(...programs: string[]): string | undefined {
  const missing = programs.filter((name) => findProgram(name) === undefined);
  if (process.platform !== 'linux') {
    // Only there, addresses such as 127.1.2.3 belong to the machine.
    return 'it takes Linux';
  }
  return missing.length > 0 ? `this machine has no ${missing.join(', ')}` : undefined;
}

/** `it`, or `it.skip` with a title that says why. */
export function itUnless(reason: string | undefined, title: string, test: () => Promise<void>): void {
  if (reason === undefined) {
    it(title, test);
  } else {
    it.skip(`${title} (left out: ${reason})`, test);
  }
}

function versionsOf(directory: string): string[] {
  return existsSync(directory) ? readdirSync(directory).sort().reverse() : [];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
