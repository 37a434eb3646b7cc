// The fixtures that recorders write: read, written, and compared.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';

const TEST = join(import.meta.dirname, '..', '..', 'test');

/** A fixture as it is committed; undefined where there is none yet. */
export function readFixture(file) {
  try {
    return JSON.parse(readFileSync(join(TEST, file), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The text of a fixture, laid out as the linter wants it. */
export async function textOf(value) {
  const options = await prettier.resolveConfig(join(TEST, 'fixture.json'));
  return prettier.format(JSON.stringify(value), { ...options, parser: 'json' });
}

/** Writes a fixture. */
export function writeFixture(file, text) {
  writeFileSync(join(TEST, file), text);
}

/** `1.37` of `1.37.0`. */
export function minorOf(version) {
  return version.split('.').slice(0, 2).join('.');
}

/** Orders versions, the oldest first. */
export function byVersion(a, b) {
  return a.localeCompare(b, 'en', { numeric: true });
}
