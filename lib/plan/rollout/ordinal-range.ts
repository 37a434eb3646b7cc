import { MAX_LISTED_PODS, type SetView } from '../../manifests/views/set-view';
import { podName } from '../../kubernetes/names';

/** Ordinals that follow each other. There may be two thousand millions of them: they are never listed as a whole. */
export interface OrdinalRange {
  readonly from: number;
  /** The first ordinal after the range. */
  readonly end: number;
}

/** Names of pods or claims in order: as many as are listed, how many there are, and the last one. */
export interface NameList {
  readonly names: readonly string[];
  readonly count: number;
  /** Undefined where there are none. */
  readonly last?: string;
}

/** The ordinals of a set. */
export function rangeOf({ firstOrdinal, replicas }: SetView): OrdinalRange {
  return { from: firstOrdinal, end: firstOrdinal + replicas };
}

/** The ordinals that two ranges have in common. */
export function common(a: OrdinalRange, b: OrdinalRange): OrdinalRange {
  const from = Math.max(a.from, b.from);
  return { from, end: Math.max(from, Math.min(a.end, b.end)) };
}

/** The ordinals of one range that another one does not have: up to two ranges, ascending. */
export function without(range: OrdinalRange, other: OrdinalRange): readonly OrdinalRange[] {
  const { from, end } = common(range, other);
  return from === end
    ? nonEmpty([range])
    : nonEmpty([
        { from: range.from, end: from },
        { from: end, end: range.end },
      ]);
}

/** The ranges that hold an ordinal. */
export function nonEmpty(ranges: readonly OrdinalRange[]): readonly OrdinalRange[] {
  return ranges.filter(({ from, end }) => end > from);
}

/** How many ordinals there are. */
export function countOf(ranges: readonly OrdinalRange[]): number {
  return ranges.reduce((count, { from, end }) => count + (end - from), 0);
}

/** The first ordinals of ascending ranges, as many as are listed. */
export function ascending(ranges: readonly OrdinalRange[]): readonly number[] {
  return ranges.reduce<readonly number[]>((listed, { from, end }) => {
    const length = Math.min(end - from, MAX_LISTED_PODS - listed.length);
    return [...listed, ...Array.from({ length }, (_, index) => from + index)];
  }, []);
}

/** The last ordinals of ascending ranges, from the highest one down, as many as are listed. */
export function descending(ranges: readonly OrdinalRange[]): readonly number[] {
  return [...ranges].reverse().reduce<readonly number[]>((listed, { from, end }) => {
    const length = Math.min(end - from, MAX_LISTED_PODS - listed.length);
    return [...listed, ...Array.from({ length }, (_, index) => end - 1 - index)];
  }, []);
}

/** The pods of ascending ranges, in the order in which they are created. */
export function podsUpwards(setName: string, ranges: readonly OrdinalRange[]): NameList {
  const last = ranges.at(-1);
  return {
    names: ascending(ranges).map((ordinal) => podName(setName, ordinal)),
    count: countOf(ranges),
    last: last && podName(setName, last.end - 1),
  };
}

/** The pods of ascending ranges, in the order in which they are replaced or removed. */
export function podsDownwards(setName: string, ranges: readonly OrdinalRange[]): NameList {
  const last = ranges.at(0);
  return {
    names: descending(ranges).map((ordinal) => podName(setName, ordinal)),
    count: countOf(ranges),
    last: last && podName(setName, last.from),
  };
}

/** A list that is complete. */
export function completeList(names: readonly string[]): NameList {
  return { names, count: names.length, last: names.at(-1) };
}
