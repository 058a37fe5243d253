/** Runs work under the same key one after the other, within this process; different keys do not wait. */
export class KeyedQueue {
  #last = new Map<string, Promise<unknown>>()

  /** Runs the work after all earlier work under the key, and returns its result. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key)
    const done = before ? before.then(work, work) : work()
    this.#last.set(key, done)
    try {
      return await done
    } finally {
      if (this.#last.get(key) === done) this.#last.delete(key)
    }
  }
}
