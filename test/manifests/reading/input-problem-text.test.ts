import { InputProblemCode } from '../../../lib/manifests/reading/input-problem';
import { inputProblemTexts } from '../../../lib/manifests/reading/input-problem-text';

const PROBLEM = { code: InputProblemCode.INPUT_SYNTAX, message: 'is wrong', file: 'a\u001b\n.yaml', line: 3 };

test('a problem is one line, whatever its file is called', () => {
  expect(inputProblemTexts({ problems: [PROBLEM], moreProblems: 0 })).toEqual([
    'a\\u001b\\n.yaml:3: is wrong [INPUT_SYNTAX]',
  ]);
});

test('those that are not listed are counted', () => {
  expect(inputProblemTexts({ problems: [PROBLEM], moreProblems: 7 }).at(-1)).toBe('and 7 more problems');
});
