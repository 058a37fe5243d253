import type { LiveFrame } from './live_connection.js'

/** Conversations that have changed lately, each with its newest `seq`. */
export type Changed = [conversation: string, seq: number][]

/** The frames of what a heartbeat tells of may be under way. */
const FRAMES_FIRST = 400
/** What no heartbeat tells of, such as what was read, is brought in line this often. */
const WHOLE_EVERY = 120_000

export interface HeartbeatOptions {
  onChanged(changed: Changed): void
  /** Too much has changed to say what, or not everything was looked at for long. */
  onWhole(): void
}

/** Reads from heartbeats what has changed lately, whatever frames have come. */
export class Heartbeats {
  #wholeAt = Date.now()

  constructor(private options: HeartbeatOptions) {}

  /** Everything has been fetched. */
  whole() {
    this.#wholeAt = Date.now()
  }

  take({ changed }: LiveFrame) {
    const isDue = !document.hidden && Date.now() - this.#wholeAt > WHOLE_EVERY
    if (changed === null || isDue) return this.options.onWhole()
    if (!Array.isArray(changed) || !changed.length) return
    setTimeout(() => this.options.onChanged(changed), FRAMES_FIRST)
  }
}
