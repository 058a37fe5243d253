import { setTimeout as wait } from 'node:timers/promises'
import type { DrillVisitor } from '#chat/drill/drill_visitor'

/** A steady flow of messages: visitors write in turn, whatever becomes of what they have written before. */
export class DrillLoad {
  #isStopped = false
  #written = 0
  #done?: Promise<void>

  constructor(
    protected visitors: DrillVisitor[],
    protected perSecond: number
  ) {}

  get written() {
    return this.#written
  }

  /** Begins; all visitors read from now on. */
  start() {
    for (const { reader } of this.visitors) void reader.start()
    this.#done = this.#write()
  }

  /** Settles when so many messages are written. */
  async reaches(messages: number) {
    while (this.#written < messages) await wait(50)
  }

  /** Writes no more, and waits until what is written is shown; milliseconds of patience. */
  async end(patience: number) {
    this.#isStopped = true
    await this.#done
    await Promise.all(this.visitors.map((visitor) => visitor.settled(patience)))
    for (const visitor of this.visitors) visitor.stop()
  }

  async #write() {
    const startedAt = performance.now()
    while (!this.#isStopped) {
      const due = startedAt + (this.#written * 1000) / this.perSecond
      await wait(Math.max(0, due - performance.now()))
      const visitor = this.visitors[this.#written % this.visitors.length]
      this.#written += 1
      visitor.say(`drill ${this.#written}`)
    }
  }
}
