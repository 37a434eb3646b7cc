import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { InputProblemCode } from './input-problem';
import { lineAt } from './split-documents';

/** Deeper nesting is no manifest. */
const MAX_DEPTH = 500;

/** How much text is parsed again, at most, for lines that are indented too little. */
const MAX_REPARSED_LENGTH = 200_000_000;

/** A document that can't be read, at a line (from 1) of its text. */
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
  let text = given;
  let reparsed = 0;
  for (;;) {
    try {
      return { text, events: parseEvents(text, { maxDepth: MAX_DEPTH }) };
    } catch (error) {
      const offset = error instanceof YAMLException ? (error.mark?.position ?? 0) : 0;
      const reason = error instanceof YAMLException ? error.reason : 'can not be parsed as YAML';
      reparsed += text.length;
      if (reason !== 'deficient indentation' || reparsed > MAX_REPARSED_LENGTH) {
        throw new YamlProblem(InputProblemCode.INPUT_SYNTAX, reason, lineAt(text, offset));
      }
      const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
      text = `${text.slice(0, lineStart)}${INDENTATION}${text.slice(lineStart)}`;
    }
  }
}

/** More than anything is indented by in practice; where it is not enough, the line is indented again. */
const INDENTATION = ' '.repeat(200);
