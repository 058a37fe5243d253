/** A piece of work that this process has claimed. */
export interface Job {
  /** What it shares capacity with: the jobs of one webhook, or of one kind. */
  lane: string
  /**
   * Performs the work and records its result. When the signal aborts, the server closes: the job ends soon and
   * releases its lease.
   */
  run(signal: AbortSignal): Promise<void>
}

/** How many jobs of a queue run in this process. */
export interface UnderWay {
  readonly all: number
  of(lane: string): number
}

export interface Look {
  /** False when a commit or the end of a job has caused the look, true once a second. */
  isSweep: boolean
  underWay: UnderWay
  /** Whether nothing more is to be claimed, because the server closes; what is claimed still runs. */
  isStopped(): boolean
}

/** Rows of one table that become due, shared by the workers of all processes. */
export interface DueQueue {
  /** Its name in the log. */
  readonly name: string

  /** Milliseconds that running jobs may go on when the server closes, until their signal aborts. */
  readonly lastMomentsMs: number

  /** Registers what runs when rows have been committed that are due now. */
  onAdded?(callback: () => void): void

  /** Claims what is due, as far as there is capacity; each job is counted before the next one is asked for. */
  take(look: Look): AsyncIterable<Job>
}
