import { type PodTable } from './pod-table';
import { type PodState } from './rollout-state';

/** A pod whose phase ends by itself. */
export type TimedPod = PodState & { readonly until: number };

/** The pods whose phases end by themselves, as a heap: the one that is first, and of several the lowest, comes first. */
export class PodTimers {
  private readonly heap: TimedPod[] = [];

  public add(pod: PodState): void {
    if (!isTimed(pod)) {
      return;
    }
    this.heap.push(pod);
    let index = this.heap.length - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.isBefore(index, parent)) {
        break;
      }
      this.swap(index, parent);
      index = parent;
    }
  }

  /** The pod whose phase ends first, and which is still as it was noted; undefined where there is none. */
  public next(pods: PodTable): TimedPod | undefined {
    for (;;) {
      const first = this.heap.at(0);
      if (first === undefined) {
        return undefined;
      }
      this.removeFirst();
      if (pods.get(first.ordinal) === first) {
        return first;
      }
    }
  }

  private removeFirst(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) {
      return;
    }
    this.heap[0] = last;
    let index = 0;
    for (;;) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      const child = right < this.heap.length && this.isBefore(right, left) ? right : left;
      if (child >= this.heap.length || !this.isBefore(child, index)) {
        return;
      }
      this.swap(index, child);
      index = child;
    }
  }

  private isBefore(one: number, other: number): boolean {
    const [a, b] = [this.heap[one], this.heap[other]];
    return a.until < b.until || (a.until === b.until && a.ordinal < b.ordinal);
  }

  private swap(one: number, other: number): void {
    [this.heap[one], this.heap[other]] = [this.heap[other], this.heap[one]];
  }
}

function isTimed(pod: PodState): pod is TimedPod {
  return pod.until !== undefined;
}
