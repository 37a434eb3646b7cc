import type { Chart } from 'cdk8s';
import type { RefusalCode } from '../../lib/errors/refusals';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import type { StatefulSetProps } from '../../lib/constructs/stateful-set-props';
import { NGINX } from '../synthesis';

/** Something that a construct refuses: what is given, and how. */
export interface RefusedInput {
  readonly input: string;
  readonly code: RefusalCode;
  /** The construct that the message names; `chart/web` where it is not said. */
  readonly path?: string;
  /** What is only known when everything is there is refused by `cdk8s synth`; all else at once. */
  readonly atSynth?: true;
  readonly build: (chart: Chart) => void;
}

/** A set that nothing is wrong with, beside the given properties. */
export const set = (chart: Chart, props: Partial<StatefulSetProps> = {}, id = 'web'): StatefulSet =>
  new StatefulSet(chart, id, { containers: [NGINX], ...props });

/** Builds such a set and nothing else. */
export const withProps =
  (props: Partial<StatefulSetProps>) =>
  (chart: Chart): void => {
    set(chart, props);
  };
