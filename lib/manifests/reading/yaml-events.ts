import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { InputProblemCode } from './input-problem';
import { lineAt } from './split-documents';

/** Deeper nesting is no manifest. */
const MAX_DEPTH = 500;

/** How much text is parsed again, at most, for lines that are indented too little: that many times the text. */
const MAX_REPARSED_TIMES = 20;
/** Short texts may be parsed again more often. */
const MIN_REPARSED_LENGTH = 500_000;

/** A document that cannot be read, at a line (from 1) of its text. */
export class YamlProblem extends Error {
  constructor(
    public readonly code: InputProblemCode,
    message: string,
    public readonly line: number,
  ) {
    super(message);
  }
}

/** A text and the parser's events, whose offsets are offsets of this text. Lines are those of the text as given. */
export interface ParsedText {
  readonly text: string;
  readonly events: readonly Event[];
}

/**
 * Parses a text. YAML 1.2 wants the lines of a flow collection or quoted text to be indented more than what holds
 * them; kubectl does not, and many manifests close a bracket below the key that opened it. Such lines are indented
 * here, which changes neither values nor line numbers. Throws {@link YamlProblem}, and nothing else.
 */
export function parseYaml(given: string): ParsedText {
  const maxReparsedLength = Math.max(MIN_REPARSED_LENGTH, MAX_REPARSED_TIMES * given.length);
  let text = given;
  let reparsedLength = 0;
  let indentation: string | undefined;
  for (;;) {
    try {
      return { text, events: withoutStackTraces(() => parseEvents(text, { maxDepth: MAX_DEPTH })) };
    } catch (error) {
      const { reason, offset } = faultOf(error);
      reparsedLength += text.length;
      if (reason !== 'deficient indentation' || reparsedLength > maxReparsedLength) {
        throw new YamlProblem(InputProblemCode.INPUT_SYNTAX, reason, lineAt(text, offset));
      }
      indentation ??= deeperThanAll(text);
      const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
      text = `${text.slice(0, lineStart)}${indentation}${text.slice(lineStart)}`;
    }
  }
}

/** Nobody sees where in the parser a text failed. To record it takes most of the time of a text with many faults. */
function withoutStackTraces<T>(action: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return action();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

function faultOf(error: unknown): { readonly reason: string; readonly offset: number } {
  return error instanceof YAMLException
    ? { reason: error.reason, offset: error.mark?.position ?? 0 }
    : { reason: 'cannot be parsed as YAML', offset: 0 };
}

/** Blanks for a line that must be indented more than any other. */
function deeperThanAll(text: string): string {
  const deepest = text.split('\n').reduce((most, line) => Math.max(most, line.search(/[^ -]|$/)), 0);
  return ' '.repeat(deepest + 1);
}
