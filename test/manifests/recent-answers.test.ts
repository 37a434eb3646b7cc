import { RecentAnswers } from '../../lib/manifests/recent-answers';

test('a question is answered once, while it is recent', () => {
  const asked: string[] = [];
  const answers = new RecentAnswers<string>();
  const ask = (question: string): string =>
    answers.to(question, () => {
      asked.push(question);
      return `${question}!`;
    });
  expect([ask('a'), ask('a'), ask('b')]).toEqual(['a!', 'a!', 'b!']);
  expect(asked).toEqual(['a', 'b']);
  for (let index = 0; index < 200; index += 1) {
    ask(String(index));
  }
  expect(ask('a')).toBe('a!');
  expect(asked.filter((question) => question === 'a')).toHaveLength(2);
});
