import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './command';

/** A file to be written, by its path in a folder. */
export interface NewFile {
  readonly path: string;
  readonly content: string;
}

/**
 * Writes files into a folder, all of them or none, and over no other.
 *
 * @returns their paths
 * @throws UsageError where one is there already, or one cannot be written
 */
export function writeNewFiles(folder: string, files: readonly NewFile[]): readonly string[] {
  const placed = files.map((file) => ({ ...file, path: join(folder, file.path) }));
  const existing = placed.filter((file) => existsSync(file.path));
  if (existing.length > 0) {
    throw new UsageError(
      `${existing.map((file) => file.path).join(', ')} ${existing.length === 1 ? 'is' : 'are'} there already, and nothing is written over; choose another folder [OUTPUT_EXISTS]`,
    );
  }
  const written: string[] = [];
  try {
    const made = mkdirSync(folder, { recursive: true });
    if (made !== undefined) {
      written.push(made);
    }
    for (const file of placed) {
      writeFileSync(file.path, file.content, { flag: 'wx' });
      written.push(file.path);
    }
  } catch (error) {
    [...written].reverse().forEach((one) => {
      rmSync(one, { recursive: true, force: true });
    });
    const { code = 'unknown cause', path: at = folder } = error as NodeJS.ErrnoException;
    throw new UsageError(`${at} cannot be written (${code}); nothing is left of it [OUTPUT_NOT_WRITTEN]`);
  }
  return placed.map((file) => file.path);
}
