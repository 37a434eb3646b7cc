import { type InputProblem } from '../facts/input-problem';
import { type Problems } from '../facts/problem-list';
import { countText } from './count-text';
import { printable } from './printable';

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
