/** A generator of numbers that gives the same ones for the same seed, so that a failure can be seen again. */
export class Dice {
  #state: number

  constructor(seed: string) {
    this.#state = [...seed].reduce(
      (sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16777619),
      2166136261
    )
  }

  /** At least 0, below `sides` (mulberry32). */
  roll(sides: number) {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }

  pick<T>(list: readonly T[]): T {
    return list[this.roll(list.length)]
  }
}
