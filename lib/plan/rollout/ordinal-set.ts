/** Ordinals in ascending order, of which one is found, added and removed without looking at all of them. */
export class OrdinalSet {
  private readonly ordinals: number[] = [];

  public get size(): number {
    return this.ordinals.length;
  }

  /** The lowest one. */
  public get first(): number | undefined {
    return this.ordinals.at(0);
  }

  /** The highest one. */
  public get last(): number | undefined {
    return this.ordinals.at(-1);
  }

  public add(ordinal: number): void {
    const index = this.indexOf(ordinal);
    if (this.ordinals.at(index) !== ordinal) {
      this.ordinals.splice(index, 0, ordinal);
    }
  }

  public delete(ordinal: number): void {
    const index = this.indexOf(ordinal);
    if (this.ordinals.at(index) === ordinal) {
      this.ordinals.splice(index, 1);
    }
  }

  public has(ordinal: number): boolean {
    return this.ordinals.at(this.indexOf(ordinal)) === ordinal;
  }

  /** How many are not below an ordinal. */
  public countFrom(ordinal: number): number {
    return this.ordinals.length - this.indexOf(ordinal);
  }

  /** All, ascending. */
  public ascending(): readonly number[] {
    return [...this.ordinals];
  }

  /** From the highest one down to those that are not below an ordinal. */
  public *descendingTo(ordinal: number): Generator<number> {
    const end = this.indexOf(ordinal);
    for (let index = this.ordinals.length - 1; index >= end; index -= 1) {
      yield this.ordinals[index];
    }
  }

  /** Where the ordinal is, or would be. Most of what is added comes last. */
  private indexOf(ordinal: number): number {
    const last = this.ordinals.at(-1);
    if (last === undefined || last < ordinal) {
      return this.ordinals.length;
    }
    let [from, end] = [0, this.ordinals.length - 1];
    while (from < end) {
      const middle = (from + end) >> 1;
      if (this.ordinals[middle] < ordinal) {
        from = middle + 1;
      } else {
        end = middle;
      }
    }
    return from;
  }
}
