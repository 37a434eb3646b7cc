import { Lazy } from 'cdk8s';
import { Topology } from 'cdk8s-plus-28';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import type { StatefulSetProps } from '../../lib/constructs/stateful-set-props';
import { NGINX } from '../synthesis';
import { set, withProps, type RefusedInput } from './refused-input';

/** Properties of a set as plain JavaScript gives them. */
const untyped = (props: object): RefusedInput['build'] => withProps(props);

const withContainer = (container: object): RefusedInput['build'] => untyped({ containers: [container] });

const LATER: unknown = Lazy.any({ produce: () => 'later' });

/** What the compiler refuses in TypeScript, and numbers of any size. */
export const MISUSED: RefusedInput[] = [
  { input: 'a billion replicas', code: 'REPLICAS_TOO_MANY', build: withProps({ replicas: 1e9 }) },
  {
    input: 'a list of a billion peers',
    code: 'REPLICAS_TOO_MANY',
    build: (chart) => set(chart).peers({ replicas: 1e9 }),
  },
  { input: 'NaN replicas', code: 'REPLICAS_INVALID', build: withProps({ replicas: NaN }) },
  { input: 'infinitely many replicas', code: 'REPLICAS_INVALID', build: withProps({ replicas: Infinity }) },
  {
    input: 'no properties',
    code: 'WRONG_TYPE',

    build: (chart) => new StatefulSet(chart, 'web', undefined as unknown as StatefulSetProps),
  },
  {
    input: 'an id that is only known later',
    code: 'WRONG_TYPE',
    path: 'chart',
    build: (chart) => new StatefulSet(chart, LATER as string, { containers: [NGINX] }),
  },
  {
    input: 'a separator of peers that is only known later',
    code: 'WRONG_TYPE',
    build: (chart) => set(chart).peers({ separator: LATER as string }),
  },
  { input: 'text for a number', code: 'WRONG_TYPE', build: untyped({ replicas: '3' }) },
  { input: 'null for a text', code: 'WRONG_TYPE', build: untyped({ name: null }) },
  {
    input: 'a number in labels',
    code: 'WRONG_TYPE',

    build: untyped({ labels: { version: 2 } }),
  },
  {
    input: 'a container without an image',
    code: 'FIELD_MISSING',

    build: withContainer({ name: 'web' }),
  },
  {
    input: 'a container with an empty image',
    code: 'FIELD_MISSING',

    build: withContainer({ ...NGINX, image: '' }),
  },
  {
    input: 'an init container without an image',
    code: 'FIELD_MISSING',
    build: (chart) => set(chart).addInitContainer({ name: 'init', image: '' }),
  },
  {
    input: 'a pod management policy in lower case',
    code: 'VALUE_NOT_ALLOWED',

    build: untyped({ podManagementPolicy: 'parallel' }),
  },
  {
    input: 'a spread of text that is no policy',
    code: 'VALUE_NOT_ALLOWED',
    build: (chart) => {
      const options: object = { nodeTaintsPolicy: 'Never' };
      set(chart).spreadAcross(Topology.ZONE, options);
    },
  },
];
