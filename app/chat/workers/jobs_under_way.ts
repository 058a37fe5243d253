import type { UnderWay } from '#chat/services/due_actions/due_queue'

/** The running jobs of a queue in this process, by their lanes. */
export class JobsUnderWay implements UnderWay {
  #lanes = new Map<string, Set<Promise<void>>>()

  get all() {
    return [...this.#lanes.values()].reduce((sum, jobs) => sum + jobs.size, 0)
  }

  of(lane: string) {
    return this.#lanes.get(lane)?.size ?? 0
  }

  /** Counts a job until it has ended; it must not reject. */
  add(lane: string, job: Promise<void>) {
    const jobs = this.#lanes.get(lane) ?? new Set()
    this.#lanes.set(lane, jobs)
    const counted = job.then(() => {
      jobs.delete(counted)
      if (jobs.size === 0) this.#lanes.delete(lane)
    })
    jobs.add(counted)
    return counted
  }

  /** Resolves when every job that runs now has ended. */
  async ended(): Promise<void> {
    await Promise.all([...this.#lanes.values()].flatMap((jobs) => [...jobs]))
  }
}
