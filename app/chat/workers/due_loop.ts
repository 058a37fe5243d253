import type { Logger } from '@adonisjs/core/logger'
import type { DueQueue, Job } from '#chat/services/due_actions/due_queue'
import { JobsUnderWay } from '#chat/workers/jobs_under_way'

const SWEEP_EVERY_MS = 1000
/** Rows committed within this time of each other are claimed in one round. */
const GATHER_MS = 20

/**
 * Runs the jobs of one queue: after a commit, when a job has ended, and in a sweep every second for rows whose time has
 * come and for those left by other processes or a crash. Several processes may run it: the database decides who runs
 * what.
 */
export class DueLoop {
  #underWay = new JobsUnderWay()
  #timer?: NodeJS.Timeout
  #soon?: NodeJS.Timeout
  #isStopped = true
  #isRunning = false
  #isWanted = false
  #isSweep = true
  #stop = new AbortController()
  #rounds: Promise<void> = Promise.resolve()

  constructor(
    protected queue: DueQueue,
    protected logger: Logger
  ) {}

  start() {
    this.#isStopped = false
    this.#stop = new AbortController()
    this.queue.onAdded?.(() => this.#wake())
    clearInterval(this.#timer)
    this.#timer = setInterval(() => this.#sweep(), SWEEP_EVERY_MS)
    this.#timer.unref()
  }

  /**
   * Starts nothing more, gives running jobs a moment, and has the others release their leases. Resolves when none uses
   * the database any more.
   */
  async stop() {
    this.#isStopped = true
    clearInterval(this.#timer)
    clearTimeout(this.#soon)
    this.#soon = undefined
    await this.#rounds
    const patience = setTimeout(() => this.#stop.abort(), this.queue.lastMomentsMs)
    await this.#underWay.ended()
    clearTimeout(patience)
  }

  /** Runs all that is due now, and resolves when it has ended. For a worker that is not started. */
  async drain(): Promise<void> {
    do {
      this.#isSweep = true
      await this.#underWay.ended()
    } while ((await this.#round(() => false)) > 0)
  }

  /** Looks for due rows; calls during a round are merged into one more round. */
  trigger() {
    this.#isWanted = true
    if (this.#isRunning || this.#isStopped) return
    this.#isRunning = true
    this.#rounds = this.#run().finally(() => (this.#isRunning = false))
  }

  #wake() {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined
      this.trigger()
    }, GATHER_MS).unref()
  }

  #sweep() {
    this.#isSweep = true
    this.trigger()
  }

  async #run() {
    while (this.#isWanted && !this.#isStopped) {
      this.#isWanted = false
      try {
        await this.#round()
      } catch (error) {
        this.logger.warn({ err: error }, `${this.queue.name} could not be looked at`)
      }
    }
  }

  /** Starts what is due, and returns how many jobs that were. */
  async #round(isStopped = () => this.#isStopped): Promise<number> {
    const look = { isSweep: this.#isSweep, underWay: this.#underWay, isStopped }
    this.#isSweep = false
    let started = 0
    for await (const job of this.queue.take(look)) {
      this.#begin(job)
      started += 1
    }
    return started
  }

  #begin({ lane, run }: Job) {
    const job = run(this.#stop.signal).catch((error: unknown) =>
      this.logger.warn({ err: error, lane }, `${this.queue.name}: a job was interrupted`)
    )
    void this.#underWay.add(lane, job).then(() => this.trigger())
  }
}
