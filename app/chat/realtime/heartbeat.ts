import { setTimeout as wait } from 'node:timers/promises'
import type { Logger } from '@adonisjs/core/logger'
import { HeartbeatFrames, keyOf, type Owner } from '#chat/realtime/heartbeat_frames'
import type { LiveStream } from '#chat/realtime/live_stream'
import type { RecentChange, RecentChanges } from '#chat/services/recent_changes'

/** A stream in the background has its beat, and its entitlement is re-checked, every so many beats. */
export const BACKGROUND_BEATS = 3
/** How many beats back a heartbeat looks beyond the one before: for what was committed late. */
const OVERLAP = 2
/** How many reads of changes have to be remembered. */
export const READS_REMEMBERED = BACKGROUND_BEATS + OVERLAP
/** So long a heartbeat waits for what it is to carry. */
const PATIENCE_MS = 1000

export interface BeatingStream {
  owner: string
  live: LiveStream
  /** Whose changes its heartbeats carry. */
  follows: Owner
  /** The newest change number that was known when it opened. */
  change?: number
  /** Whether its reader is in the background. */
  isBackground?: boolean
  stillAllowed: () => Promise<boolean>
  /** Counts its beats. */
  beats: number
}

/** One beat after the other for all streams of the process. */
export class Heartbeat {
  #newest = new Map<string, number>()
  #isReading = false

  constructor(
    protected streams: Set<BeatingStream>,
    protected changes: RecentChanges,
    protected logger: Logger
  ) {}

  /** Reads once what has changed, tells each stream what concerns it, and ends those no longer allowed. */
  async beat(): Promise<void> {
    const due = new Set(
      [...this.streams].filter(({ beats }) => (beats + 1) % BACKGROUND_BEATS === 0)
    )
    for (const stream of this.streams) stream.beats += 1
    await Promise.all([this.#tell(due), this.#recheck([...due])])
  }

  /** A database that is slow holds no heartbeat up: what it says comes with one more. */
  async #tell(due: Set<BeatingStream>) {
    if (this.#isReading) return this.#send([], due)
    const reading = this.#read()
    const inTime = await Promise.race([reading, wait(PATIENCE_MS, undefined, { ref: false })])
    if (inTime === undefined) this.#send([], due)
    this.#send(inTime === undefined ? await reading : inTime, due)
  }

  /** To all that look, and to those in the background whose turn it is. */
  #send(changes: RecentChange[] | null, due: Set<BeatingStream>) {
    const frames = new HeartbeatFrames(changes, this.#newest)
    const known = new Set<string>()
    for (const stream of this.streams) {
      const { live, follows, isBackground, change } = stream
      const readsAgo = (isBackground ? BACKGROUND_BEATS : 1) + OVERLAP - 1
      const frame = frames.of(follows, this.changes.markOf(readsAgo), change)
      known.add(keyOf(follows))
      if (!isBackground || due.has(stream)) live.send(frame)
    }
    for (const key of this.#newest.keys()) if (!known.has(key)) this.#newest.delete(key)
  }

  /** What could not be read is in the next beat, which looks as far back. */
  async #read(): Promise<RecentChange[] | null> {
    this.#isReading = true
    try {
      return await this.changes.read()
    } catch (error) {
      this.logger.error({ err: error }, 'what has changed could not be read')
      return []
    } finally {
      this.#isReading = false
    }
  }

  async #recheck(due: BeatingStream[]) {
    const owners = new Map(due.map((stream) => [stream.owner, stream]))
    const refused = new Set<string>()
    await Promise.all(
      [...owners].map(async ([owner, stream]) => {
        if (!(await this.#isStillAllowed(stream))) refused.add(owner)
      })
    )
    for (const { owner, live } of this.streams) if (refused.has(owner)) live.end()
  }

  /** A check that fails (the database is busy) decides nothing: the next one asks again. */
  async #isStillAllowed({ owner, stillAllowed }: BeatingStream) {
    try {
      return await stillAllowed()
    } catch (error) {
      this.logger.error({ err: error, owner }, 'a stream could not be re-checked')
      return true
    }
  }
}
