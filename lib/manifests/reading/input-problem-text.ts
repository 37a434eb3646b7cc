import { type InputProblem } from './input-problem';
import { type Problems } from './problem-list';
import { countText } from '../../text/count-text';
import { printable } from '../../text/printable';

/** The problem in one line: `web.yaml:3: bad indentation of a mapping entry [INPUT_SYNTAX]`. */
export function inputProblemText({ code, message, file, line }: InputProblem): string {
  return printable(`${line === undefined ? file : `${file}:${line}`}: ${message} [${code}]`);
}

/** The problems, a line each, and a line that counts those that are not listed. */
export function inputProblemTexts({ problems, moreProblems }: Problems): string[] {
  return [
    ...problems.map(inputProblemText),
    ...(moreProblems === 0 ? [] : [`and ${countText(moreProblems, 'more problem')}`]),
  ];
}
