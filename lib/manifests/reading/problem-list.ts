import { type InputProblem } from './input-problem';

/** Nobody reads more of them: what follows is mostly the same mistake again. */
const MAX_LISTED = 20;

/** The first of the problems, and how many more there are. */
export interface Problems {
  readonly problems: readonly InputProblem[];
  /** How many more problems there are than those that are listed. */
  readonly moreProblems: number;
}

/** Collects problems. However many there are, it keeps the first few and counts the rest. */
export class ProblemList {
  private readonly listed: InputProblem[] = [];
  private count = 0;

  /** Adds a problem, which is made only where it is listed. */
  public add(make: () => InputProblem): void {
    this.count += 1;
    if (this.listed.length < MAX_LISTED) {
      this.listed.push(make());
    }
  }

  /** Adds those that something else has collected. */
  public addAll({ problems, moreProblems }: Problems): void {
    for (const problem of problems) {
      this.add(() => problem);
    }
    this.count += moreProblems;
  }

  /** What was collected. */
  public toProblems(): Problems {
    return { problems: this.listed, moreProblems: this.count - this.listed.length };
  }
}
