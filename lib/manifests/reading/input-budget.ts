import { type InputProblem, InputProblemCode } from './input-problem';

const MEBIBYTE = 1024 * 1024;
const MAX_INPUT_MEBIBYTES = 100;

/**
 * How much may still be read. The limit holds for everything that one run reads, whatever it comes from: a folder of
 * many files, a file that grows, a stream that never ends.
 */
export class InputBudget {
  private left: number;

  constructor(private readonly mebibytes = MAX_INPUT_MEBIBYTES) {
    this.left = mebibytes * MEBIBYTE;
  }

  /** Whether so many bytes may still be read. */
  public covers(bytes: number): boolean {
    return bytes <= this.left;
  }

  /** Takes off what was read. */
  public spend(bytes: number): void {
    this.left = Math.max(0, this.left - bytes);
  }

  /** The problem of a file that there is no more budget for. */
  public problem(file: string): InputProblem {
    return {
      code: InputProblemCode.INPUT_TOO_LARGE,
      message: `makes all input together more than ${this.mebibytes} MiB; give it in several runs`,
      file,
    };
  }
}
