import { countProblem } from './counts';

/** What is wrong with the restart policy of a set's pods, in the form "must ...", or undefined where nothing is. */
export function setRestartPolicyProblem(policy: unknown): string | undefined {
  return policy === 'Always' ? undefined : 'must be Always';
}

/** What is wrong with the skew of a topology spread, or with the number of its domains. */
export function spreadCountProblem(count: number): string | undefined {
  return countProblem(count, 1);
}

/** What is wrong with a number of least domains where a spread is not hard. */
export function minDomainsProblem(isHard: boolean): string | undefined {
  return isHard ? undefined : "must only be given with 'DoNotSchedule', a hard spread";
}
