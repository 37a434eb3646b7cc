import { type InputProblem, InputProblemCode } from '../../../lib/manifests/reading/input-problem';
import { ProblemList } from '../../../lib/manifests/reading/problem-list';

const PROBLEM: InputProblem = { code: InputProblemCode.INPUT_SYNTAX, message: 'is wrong', file: 'a.yaml' };

function listOf(count: number): ProblemList {
  const list = new ProblemList();
  for (let index = 0; index < count; index += 1) {
    list.add(() => ({ ...PROBLEM, line: index }));
  }
  return list;
}

test.each([
  [0, 0, 0],
  [20, 20, 0],
  [1000, 20, 980],
])('of %i problems %i are listed and %i counted', (count, listed, more) => {
  const { problems, moreProblems } = listOf(count).toProblems();
  expect([problems.length, moreProblems]).toEqual([listed, more]);
  expect(problems.map(({ line }) => line)).toEqual(Array.from({ length: listed }, (_, index) => index));
});

test('lists are joined, and the counts with them', () => {
  const list = listOf(15);
  list.addAll(listOf(30).toProblems());
  const { problems, moreProblems } = list.toProblems();
  expect([problems.length, moreProblems]).toEqual([20, 25]);
});
