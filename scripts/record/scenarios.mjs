// The rollouts that rollouts.mjs records. Each begins with a set at rest whose pods have the template "old"; then each
// step is an apply, or a pod that somebody deletes.

const ROLLING = { type: 'RollingUpdate', partition: 0 };
const rolling = (fields) => ({ ...ROLLING, ...fields });
const ON_DELETE = { type: 'OnDelete' };

/** A set in the words of lib/plan/rollout. */
const REST = {
  replicas: 3,
  firstOrdinal: 0,
  isOrdered: true,
  strategy: ROLLING,
  minReadySeconds: 0,
  updateRevision: 'old',
};

const NEW = { updateRevision: 'new' };
const BROKEN = { updateRevision: 'broken' };
const OLD = { updateRevision: 'old' };
const DELETED = (ordinal) => ({ deletedPod: ordinal });

/** Title, what the set has otherwise than REST, and the steps, of which each keeps what the one before changed. */
const OF_BOTH_POLICIES = [
  ['a new template', {}, [NEW]],
  ['a new template with a partition', { strategy: rolling({ partition: 2 }) }, [NEW]],
  ['a partition above all pods', { strategy: rolling({ partition: 9 }) }, [NEW]],
  [
    'a partition that goes down step by step',
    { strategy: rolling({ partition: 2 }) },
    [NEW, { strategy: rolling({ partition: 1 }) }, { strategy: ROLLING }],
  ],
  [
    'a partition that goes up again',
    { strategy: rolling({ partition: 1 }) },
    [NEW, { strategy: rolling({ partition: 3 }) }],
  ],
  ['OnDelete, and pods deleted by hand', { strategy: ON_DELETE }, [NEW, DELETED(0), DELETED(2)]],
  ['OnDelete that becomes RollingUpdate', { strategy: ON_DELETE }, [NEW, { strategy: ROLLING }]],
  [
    'a pod deleted below the partition',
    { strategy: rolling({ partition: 2 }) },
    [NEW, DELETED(0), DELETED(2)],
  ],
  ['one more pod', {}, [{ replicas: 4 }]],
  ['two pods less', {}, [{ replicas: 1 }]],
  ['no pod any more, and three again', {}, [{ replicas: 0 }, { replicas: 3 }]],
  ['one more pod and a new template', {}, [{ replicas: 4, ...NEW }]],
  ['one pod less and a new template', {}, [{ replicas: 2, ...NEW }]],
  ['one more pod below the partition', { strategy: rolling({ partition: 9 }) }, [{ replicas: 4, ...NEW }]],
  ['a first ordinal that moves up', {}, [{ firstOrdinal: 1 }]],
  ['a first ordinal that moves beyond all pods', { replicas: 2 }, [{ firstOrdinal: 5 }]],
  ['a first ordinal that moves down, and a new template', { firstOrdinal: 2 }, [{ firstOrdinal: 1, ...NEW }]],
  ['a partition from the first ordinal on', { firstOrdinal: 5, strategy: rolling({ partition: 2 }) }, [NEW]],
  ['a broken template', {}, [BROKEN]],
  ['a broken template, and back', {}, [BROKEN, OLD]],
  ['a broken template, back, and the pod deleted', {}, [BROKEN, OLD, DELETED(2)]],
  ['a broken template, and forward', {}, [BROKEN, NEW]],
  ['a broken template, and one pod less', {}, [BROKEN, { replicas: 2 }]],
  ['a broken template, and two pods less', {}, [BROKEN, { replicas: 1 }]],
  ['a broken template, and one more pod', {}, [BROKEN, { replicas: 4 }]],
  ['a broken template above a partition, and back', { strategy: rolling({ partition: 1 }) }, [BROKEN, OLD]],
  [
    'a broken template with one more pod, and back',
    {},
    [
      { replicas: 4, ...BROKEN },
      { replicas: 3, ...OLD },
    ],
  ],
  // So long that a slow machine is through with what the controller does before it is over.
  ['minReadySeconds and a new template', { replicas: 2, minReadySeconds: 15 }, [NEW]],
  ['maxUnavailable 2', { strategy: rolling({ maxUnavailable: 2 }) }, [NEW]],
  ['maxUnavailable 2 of five pods', { replicas: 5, strategy: rolling({ maxUnavailable: 2 }) }, [NEW]],
  ['maxUnavailable 50% of five pods', { replicas: 5, strategy: rolling({ maxUnavailable: '50%' }) }, [NEW]],
  ['maxUnavailable 100%', { strategy: rolling({ maxUnavailable: '100%' }) }, [NEW]],
  ['maxUnavailable 1', { strategy: rolling({ maxUnavailable: 1 }) }, [NEW]],
  [
    'maxUnavailable 2 with a partition',
    { replicas: 5, strategy: rolling({ maxUnavailable: 2, partition: 2 }) },
    [NEW],
  ],
  [
    'maxUnavailable 2 and a broken template, and back',
    { strategy: rolling({ maxUnavailable: 2 }) },
    [BROKEN, OLD],
  ],
  [
    'maxUnavailable 2 and a broken template, and forward',
    { replicas: 4, strategy: rolling({ maxUnavailable: 2 }) },
    [BROKEN, NEW],
  ],
  [
    'maxUnavailable 2 and one pod less',
    { replicas: 4, strategy: rolling({ maxUnavailable: 2 }) },
    [{ replicas: 3, ...NEW }],
  ],
  [
    'maxUnavailable 2 and one more pod',
    { strategy: rolling({ maxUnavailable: 2 }) },
    [{ replicas: 4, ...NEW }],
  ],
];

export const SCENARIOS = [true, false].flatMap((isOrdered) =>
  OF_BOTH_POLICIES.map(([title, fields, steps]) => ({
    title: `${isOrdered ? 'OrderedReady' : 'Parallel'}: ${title}`,
    before: { ...REST, isOrdered, ...fields },
    steps,
  })),
);
