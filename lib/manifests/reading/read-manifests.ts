import { type FieldPath } from '../field-path';
import { groupedBy } from '../grouped';
import { InputProblemCode } from './input-problem';
import { fieldOf, isList, isObject, type JsonObject, type JsonValue, textOf } from '../json';
import { identityOf, type Manifest } from '../manifest';
import { ProblemList, type Problems } from './problem-list';
import { type DocumentText, lineAt, splitDocuments } from './split-documents';
import { isPatch } from './patch';
import { printable } from '../../text/printable';
import { readYamlDocument } from './yaml-document';
import { YamlProblem } from './yaml-events';
import { type LineOf, linesOf } from './yaml-lines';

/** What a text holds: its objects in the order of the text, and what could not be read. */
export interface ReadText extends Problems {
  readonly manifests: readonly Manifest[];
}

/** Reads YAML or JSON with any number of documents, `List` objects flattened. Never throws on what it reads. */
export function readManifests(text: string, file: string): ReadText {
  const manifests: Manifest[] = [];
  const problems = new ProblemList();
  const withoutMark = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const { documents, badSeparators } = splitDocuments(withoutMark);
  for (const line of badSeparators) {
    problems.add(() => ({
      code: InputProblemCode.INPUT_SYNTAX,
      message: "only a comment may follow '---' on its line",
      file,
      line,
    }));
  }
  for (const document of documents) {
    readDocument(document, file, manifests, problems);
  }
  return { manifests, ...problems.toProblems() };
}

function readDocument(
  document: DocumentText,
  file: string,
  manifests: Manifest[],
  problems: ProblemList,
): void {
  try {
    const { value, duplicates } = readYamlDocument(document.text);
    if (value === undefined || value === null) {
      return;
    }
    const written: WrittenDocument = {
      document,
      file,
      duplicatesBelow: belowEach(duplicates),
      lines: once(() => linesOf(document.text)),
    };
    collect(value, [], written, manifests, problems);
  } catch (error) {
    if (!(error instanceof YamlProblem)) {
      throw error;
    }
    const { code, message, line } = error;
    problems.add(() => ({ code, message, file, line: document.line + line - 1 }));
  }
}

/** What the manifests of one document share to find their lines. */
interface WrittenDocument {
  readonly document: DocumentText;
  readonly file: string;
  /** The keys that are there twice below a path. */
  readonly duplicatesBelow: (at: FieldPath) => readonly FieldPath[];
  /** Lines within the document, from 1. */
  readonly lines: () => LineOf;
}

function collect(
  value: JsonValue,
  at: FieldPath,
  written: WrittenDocument,
  manifests: Manifest[],
  problems: ProblemList,
): void {
  const problem = objectProblem(value);
  if (problem !== undefined || !isObject(value)) {
    problems.add(() => ({
      code: InputProblemCode.INPUT_NOT_AN_OBJECT,
      message: problem ?? '',
      file: written.file,
      line: lineOf(written, at),
    }));
    return;
  }
  const items = fieldOf(value, 'items');
  const kind = textOf(value, 'kind') ?? '';
  if (kind.endsWith('List') && isList(items)) {
    items.forEach((item, index) => {
      collect(itemOf(item, kind, value), [...at, 'items', index], written, manifests, problems);
    });
    return;
  }
  if (isPatch(value)) {
    problems.add(() => ({
      code: InputProblemCode.INPUT_IS_A_PATCH,
      message: `is a patch for ${printable(kind)} ${printable(textOf(fieldOf(value, 'metadata'), 'name') ?? '(no name)')}, not an object: build the manifests first, such as with kubectl kustomize, and pipe them into the command`,
      file: written.file,
      line: lineOf(written, at),
    }));
    return;
  }
  manifests.push(writtenManifest(value, at, written));
}

/** Items of a typed list, such as a StatefulSetList, may leave out what the list's kind says. */
function itemOf(item: JsonValue, listKind: string, list: JsonObject): JsonValue {
  if (!isObject(item) || listKind === 'List' || Object.hasOwn(item, 'kind')) {
    return item;
  }
  return { apiVersion: list.apiVersion ?? '', kind: listKind.slice(0, -'List'.length), ...item };
}

function objectProblem(value: JsonValue): string | undefined {
  if (!isObject(value)) {
    return 'is not a Kubernetes object: a manifest is a mapping with apiVersion and kind';
  }
  const missing = ['apiVersion', 'kind'].filter((key) => (textOf(value, key) ?? '') === '');
  return missing.length === 0 ? undefined : `is not a Kubernetes object: ${missing.join(' and ')} missing`;
}

function writtenManifest(content: JsonObject, at: FieldPath, written: WrittenDocument): Manifest {
  const { document, file, duplicatesBelow } = written;
  // The first line that says something: comments of a tool often stand above it.
  const line = at.length === 0 ? firstLineOf(document) : undefined;
  return {
    ...identityOf(content),
    content,
    source: { file, line: line ?? lineOf(written, at) },
    duplicateKeys: duplicatesBelow(at).map((path) => path.slice(at.length)),
    lineOf: (path) => lineOf(written, [...at, ...path]),
  };
}

function lineOf({ document, lines }: WrittenDocument, at: FieldPath): number {
  return document.line + lines()(at) - 1;
}

function firstLineOf({ text, line }: DocumentText): number {
  const first = /^[^\S\n]*[^\s#]/m.exec(text);
  return first === null ? line : line + lineAt(text, first.index) - 1;
}

/** The paths below another one. A list of many objects asks for those of each: they are sorted once for a depth. */
function belowEach(paths: readonly FieldPath[]): (at: FieldPath) => readonly FieldPath[] {
  const byDepth = new Map<number, ReadonlyMap<string, readonly FieldPath[]>>();
  return (at) => {
    const depth = at.length;
    const groups = byDepth.get(depth) ?? groupedBy(paths, (path) => JSON.stringify(path.slice(0, depth)));
    byDepth.set(depth, groups);
    return groups.get(JSON.stringify(at)) ?? [];
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
