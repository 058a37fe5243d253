const SECOND = 1000

/** How many requests there are per second. */
export class RequestRate {
  #at: number[] = []

  /** Counts a request that begins now. */
  note() {
    this.#at.push(performance.now())
  }

  /** Per second, on the average between two moments by `performance.now()`. */
  mean(from: number, to: number) {
    return (this.#between(from, to).length * SECOND) / (to - from)
  }

  /** The most that began within one second, whenever that began. */
  most(from: number, to: number) {
    const all = this.#between(from, to)
    let first = 0
    return all.reduce((most, at, index) => {
      while (all[first] < at - SECOND) first += 1
      return Math.max(most, index - first + 1)
    }, 0)
  }

  #between(from: number, to: number) {
    return this.#at.filter((at) => at >= from && at < to)
  }
}
