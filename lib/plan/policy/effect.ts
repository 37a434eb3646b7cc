/** What a change does to what runs, from harmless to bad. */
export enum Effect {
  /** Nothing. */
  NONE = 'none',
  /** It takes effect at once, and no pod restarts. */
  IN_PLACE = 'in-place',
  /** The controller replaces pods. */
  ROLLING_RESTART = 'rolling-restart',
  /** The API server rejects it. */
  REJECTED = 'rejected',
  /** The API server accepts it, and data is deleted, left behind or mixed up. */
  DATA_AT_RISK = 'data-at-risk',
}

const FROM_HARMLESS_TO_BAD: readonly Effect[] = Object.values(Effect);

/** The worst of the effects; none where there are none. */
export function worst(effects: readonly Effect[]): Effect {
  return FROM_HARMLESS_TO_BAD[Math.max(0, ...effects.map((effect) => FROM_HARMLESS_TO_BAD.indexOf(effect)))];
}

/** Whether `effect` is as bad as `other`, or worse. */
export function isAsBadAs(effect: Effect, other: Effect): boolean {
  return worst([effect, other]) === effect;
}
