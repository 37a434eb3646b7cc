// Random choices that a seed and a number decide, so that the thing of a number is the same in every run.

/** A source of choices. */
export class Random {
  #state;

  constructor(seed, number) {
    this.#state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0;
  }

  /** At least 0 and below 1 (mulberry32). */
  #next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to, and without, the end. */
  below(end) {
    return Math.floor(this.#next() * end);
  }

  oneOf(things) {
    return things[this.below(things.length)];
  }

  /** Whether something happens that does so in so many of a hundred cases. */
  chance(percent) {
    return this.below(100) < percent;
  }
}
