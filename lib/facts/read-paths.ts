import { readdirSync, readFileSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { type InputProblem, InputProblemCode } from './input-problem';
import { type Manifest } from './manifest';
import { readManifests } from './read-manifests';

/** The path that means standard input. */
export const STANDARD_INPUT = '-';

/** What cdk8s writes beside its manifests where it records construct metadata. It holds no objects. */
export const CONSTRUCT_METADATA_FILE = 'construct-metadata.json';

const MANIFEST_FILE = /\.(ya?ml|json)$/i;
const MAX_FILE_BYTES = 100 * 1024 * 1024;

/** What files, folders and standard input hold. */
export interface ReadInput {
  readonly manifests: readonly Manifest[];
  readonly problems: readonly InputProblem[];
  /** The construct metadata files that were met, which nothing was read from. */
  readonly constructMetadataFiles: readonly string[];
}

/**
 * Reads files, folders (recursively: .yaml, .yml and .json, in alphabetical order) and `-`, standard input.
 * Never throws on what it reads.
 */
export function readPaths(paths: readonly string[]): ReadInput {
  const manifests: Manifest[] = [];
  const problems: InputProblem[] = [];
  const constructMetadataFiles: string[] = [];
  const read = (file: string, name: string): void => {
    const text = readText(file, name);
    if (typeof text !== 'string') {
      problems.push(text);
      return;
    }
    const found = readManifests(text, name);
    // Not spread into push(): a file may hold more objects than a call may have arguments.
    found.manifests.forEach((manifest) => manifests.push(manifest));
    found.problems.forEach((problem) => problems.push(problem));
  };
  for (const given of paths) {
    if (given === STANDARD_INPUT) {
      read('/dev/stdin', 'standard input');
      continue;
    }
    const files = filesOf(given);
    if (!isFileList(files)) {
      problems.push(files);
      continue;
    }
    for (const file of files) {
      if (path.basename(file) === CONSTRUCT_METADATA_FILE) {
        constructMetadataFiles.push(file);
      } else {
        read(file, file);
      }
    }
  }
  return { manifests, problems, constructMetadataFiles };
}

function isFileList(files: readonly string[] | InputProblem): files is readonly string[] {
  return Array.isArray(files);
}

function filesOf(given: string): readonly string[] | InputProblem {
  try {
    if (!statSync(given).isDirectory()) {
      return [given];
    }
    const files = readdirSync(given, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory() && MANIFEST_FILE.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
    return files.length > 0
      ? files
      : {
          code: InputProblemCode.INPUT_NOT_FOUND,
          message: 'the folder holds no .yaml, .yml or .json file',
          file: given,
        };
  } catch (error) {
    return unreadable(given, error);
  }
}

function readText(file: string, name: string): string | InputProblem {
  try {
    // Standard input is not seekable: its size is known after reading it.
    const bytes = file === '/dev/stdin' ? readFileSync(0) : readSizedFile(file);
    if (bytes === undefined || bytes.length > MAX_FILE_BYTES) {
      return {
        code: InputProblemCode.INPUT_TOO_LARGE,
        message: `holds more than ${MAX_FILE_BYTES / 1024 / 1024} MiB; split it into several files`,
        file: name,
      };
    }
    return new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    return unreadable(name, error);
  }
}

function readSizedFile(file: string): Buffer | undefined {
  return statSync(file).size > MAX_FILE_BYTES ? undefined : readFileSync(file);
}

function encodingOf(bytes: Buffer): string {
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
}

function unreadable(file: string, error: unknown): InputProblem {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return { code: InputProblemCode.INPUT_NOT_FOUND, message: 'there is no such file or folder', file };
    case 'EACCES':
    case 'EPERM':
      return { code: InputProblemCode.INPUT_NOT_FOUND, message: 'may not be read', file };
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return { code: InputProblemCode.INPUT_SYNTAX, message: 'is no UTF-8 text', file };
    default:
      return {
        code: InputProblemCode.INPUT_NOT_FOUND,
        message: `can not be read (${code || 'unknown cause'})`,
        file,
      };
  }
}
