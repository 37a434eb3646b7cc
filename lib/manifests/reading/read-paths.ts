import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { filesIn } from './folder-files';
import { InputBudget } from './input-budget';
import { InputProblemCode } from './input-problem';
import { type Manifest } from '../manifest';
import { ProblemList, type Problems } from './problem-list';
import { readManifests } from './read-manifests';
import { readDescriptorText, readFileText } from './read-text';

/** The path that means standard input. */
const STANDARD_INPUT = '-';

/** Paths that name an open descriptor. A shell writes one where it substitutes a process. */
const DESCRIPTOR = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/;

/** What cdk8s writes beside its manifests where it records construct metadata. It holds no objects. */
export const CONSTRUCT_METADATA_FILE = 'construct-metadata.json';

/** What was read: the objects in the order of the input, and what could not be read. */
export interface ReadManifests extends Problems {
  readonly manifests: readonly Manifest[];
}

/** What files, folders and standard input hold. */
export interface ReadInput extends ReadManifests {
  /** The construct metadata files that were met, which nothing was read from. */
  readonly constructMetadataFiles: readonly string[];
}

/** The open descriptor that a path names; undefined where it names a file. */
export function descriptorOf(given: string): number | undefined {
  if (given === STANDARD_INPUT || given === '/dev/stdin') {
    return 0;
  }
  const number = DESCRIPTOR.exec(given)?.[1];
  return number === undefined ? undefined : Number(number);
}

/**
 * Reads files, folders (recursively: .yaml, .yml and .json, in alphabetical order) and open descriptors: `-` for
 * standard input, `/dev/fd/N`. Never throws on what it reads, and never waits for a pipe that a path leads to.
 */
export function readPaths(paths: readonly string[], budget = new InputBudget()): ReadInput {
  const manifests: Manifest[] = [];
  const problems = new ProblemList();
  const constructMetadataFiles: string[] = [];
  for (const given of paths) {
    for (const file of filesOf(given, problems)) {
      if (basename(file) === CONSTRUCT_METADATA_FILE) {
        constructMetadataFiles.push(file);
      } else {
        readInto(file, manifests, problems, budget);
      }
    }
  }
  return { manifests, ...problems.toProblems(), constructMetadataFiles };
}

function filesOf(given: string, problems: ProblemList): readonly string[] {
  if (descriptorOf(given) !== undefined || !isFolder(given)) {
    return [given];
  }
  const found = filesIn(given);
  problems.addAll({ problems: found.problems, moreProblems: 0 });
  if (found.files.length === 0 && found.problems.length === 0) {
    problems.add(() => ({
      code: InputProblemCode.INPUT_NOT_FOUND,
      message: 'the folder holds no .yaml, .yml or .json file',
      file: given,
    }));
  }
  return found.files;
}

/** What is not there, or may not be looked at, is told when it is read. */
function isFolder(given: string): boolean {
  try {
    return statSync(given).isDirectory();
  } catch {
    return false;
  }
}

function readInto(file: string, manifests: Manifest[], problems: ProblemList, budget: InputBudget): void {
  const descriptor = descriptorOf(file);
  const name = file === STANDARD_INPUT ? 'standard input' : file;
  const text =
    descriptor === undefined ? readFileText(file, budget) : readDescriptorText(descriptor, name, budget);
  if (typeof text !== 'string') {
    problems.add(() => text);
    return;
  }
  if (descriptor !== undefined && text.trim() === '') {
    problems.add(() => ({
      code: InputProblemCode.INPUT_EMPTY,
      message: 'is empty: see whether the command that writes it has failed',
      file: name,
    }));
    return;
  }
  const found = readManifests(text, name);
  // Not spread into push(): a file may hold more objects than a call may have arguments.
  found.manifests.forEach((manifest) => manifests.push(manifest));
  problems.addAll(found);
}
