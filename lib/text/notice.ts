import { printable } from './printable';

/** How bad a notice is. Every format of a pipeline knows these three. */
export type NoticeLevel = 'error' | 'warning' | 'note';

/** Something that a report points out, as the formats of pipelines have it: a code, a place and a text. */
export interface Notice {
  readonly code: string;
  readonly level: NoticeLevel;
  /** Whether the command ends with an exit code other than 0 for it. */
  readonly isFailure: boolean;
  /** The object in words: `StatefulSet prod/web`; absent where no object is meant. */
  readonly object?: string;
  /** The field; empty where the whole object is meant. */
  readonly path: string;
  /** What is wrong, or what happens. */
  readonly message: string;
  /** Why it matters and how it goes on, a sentence each. */
  readonly details: readonly string[];
  readonly source?: NoticeSource;
  /** The same in every run, wherever the lines have moved. Absent where nothing can be told apart by it. */
  readonly fingerprint?: string;
}

/** A file, and a line of it from 1; without one the whole file is meant. */
export interface NoticeSource {
  readonly file: string;
  readonly line?: number;
}

/** What stands behind a code: formats that list rules show it beside the notices. */
export interface NoticeRule {
  readonly code: string;
  /** The level of its notices, as a rule. */
  readonly level: NoticeLevel;
  /** What it is about, in one sentence. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do about it. */
  readonly help: string;
  /** The page that explains it. */
  readonly page: string;
}

/** A notice whose texts can be shown, each on one line. */
export function printableNotice(notice: Notice): Notice {
  const { object, source, fingerprint } = notice;
  return {
    ...notice,
    ...(object === undefined ? {} : { object: printable(object) }),
    path: printable(notice.path),
    message: printable(notice.message),
    details: notice.details.map(printable),
    ...(source === undefined ? {} : { source: { ...source, file: printable(source.file) } }),
    ...(fingerprint === undefined ? {} : { fingerprint: printable(fingerprint) }),
  };
}

/** What a notice says, in one line: `StatefulSet prod/web: spec.replica is not a field of StatefulSetSpec`. */
export function noticeText({ object, path, message }: Notice): string {
  const sentence = path === '' ? message : `${path} ${message}`;
  return object === undefined ? sentence : `${object}: ${sentence}`;
}

/** A sentence as it stands by itself: with a capital letter and a full stop. */
export function sentenceText(text: string): string {
  // The name of a field or of a command keeps its letters.
  const isName = text.startsWith('kubectl') || /^[a-z]+[A-Z.]/.test(text);
  const begun = isName ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.?!]$/.test(begun) ? begun : `${begun}.`;
}
