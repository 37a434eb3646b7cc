/** Few are kept, so that memory does not grow with the number of objects. */
const MAX_KEPT = 100;

/** The last answers to questions: many sets with the same labels, or budgets with the same selector, ask the same. */
export class RecentAnswers<Answer> {
  private readonly answers = new Map<string, Answer>();

  /** The answer to a question, found again where it was not asked lately. */
  public to(question: string, find: () => Answer): Answer {
    const answer = this.answers.get(question) ?? find();
    if (this.answers.size >= MAX_KEPT) {
      this.answers.clear();
    }
    this.answers.set(question, answer);
    return answer;
  }
}
