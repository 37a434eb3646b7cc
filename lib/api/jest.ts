import { Chart, Testing } from 'cdk8s';
import { RefusedError } from '../errors/refusal';
import { Checks, type ChecksOptions } from './checks';
import { UpgradePlan, type UpgradePlanOptions } from './upgrade-plan';

/**
 * Matchers for Jest. `import 'cdk8s-stateful/jest'` in a test, or name it in `setupFilesAfterEnv`.
 *
 * What is expected is a chart, or the list of objects that `Testing.synth(chart)` returns.
 */
declare global {
  /* eslint-disable @typescript-eslint/no-namespace, @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type -- Jest's types are extended so */
  namespace jest {
    interface Matchers<R, T = {}> {
      /**
       * Applying the manifests over the old ones is accepted, and no data is at risk. Restarts are fine.
       *
       * @param from the old file or folder, or `git:REVISION:PATH`
       */
      toBeUpgradeSafeFrom(from: string, options?: UpgradePlanOptions): R;
      /**
       * If no pod of the new template ever becomes ready, each set keeps a majority of its pods, and no disruption
       * budget is lost.
       *
       * @param from the old file or folder, or `git:REVISION:PATH`
       */
      toKeepQuorumIfBrokenFrom(from: string, options?: UpgradePlanOptions): R;
      /** The checks find no errors. Warnings are fine. */
      toPassChecks(options?: ChecksOptions): R;
    }
  }
}

interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** The matchers, for whoever extends another `expect` with them. */
export const matchers = {
  toBeUpgradeSafeFrom(received: unknown, from: string, options?: UpgradePlanOptions): MatcherResult {
    const plan = UpgradePlan.toManifests([from], objectsOf('toBeUpgradeSafeFrom', received), options);
    if (plan.problems.length > 0) {
      throw new Error(plan.problems.join('\n'));
    }
    return { pass: plan.isSafe, message: () => plan.toText() };
  },
  toKeepQuorumIfBrokenFrom(received: unknown, from: string, options?: UpgradePlanOptions): MatcherResult {
    const plan = UpgradePlan.toManifests([from], objectsOf('toKeepQuorumIfBrokenFrom', received), {
      ...options,
      whatIfBroken: true,
    });
    if (plan.problems.length > 0) {
      throw new Error(plan.problems.join('\n'));
    }
    return {
      pass: plan.outcomesIfBroken.every(
        (outcome) => !outcome.isQuorumLost && outcome.lostBudgets.length === 0,
      ),
      message: () => plan.toText(),
    };
  },
  toPassChecks(received: unknown, options?: ChecksOptions): MatcherResult {
    const report = Checks.ofManifests(objectsOf('toPassChecks', received), options);
    return { pass: report.errors.length === 0, message: () => report.toText() };
  },
};

function objectsOf(matcher: string, received: unknown): unknown[] {
  if (Array.isArray(received)) {
    return received as unknown[];
  }
  if (Chart.isChart(received)) {
    return Testing.synth(received) as unknown[];
  }
  throw new RefusedError(matcher, {
    code: 'WRONG_TYPE',
    subject: 'what is expected',
    problem: 'must be a chart, or the list of objects that Testing.synth(chart) returns',
    value: received,
  });
}

const { expect } = globalThis as { readonly expect?: { extend(added: typeof matchers): void } };
expect?.extend(matchers);
