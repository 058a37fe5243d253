import type { Logger } from '@adonisjs/core/logger'
import { HeartbeatFrames } from '#chat/realtime/heartbeat_frames'
import type { BeatingStream } from '#chat/realtime/heartbeat'
import type { RecentChanges } from '#chat/realtime/recent_changes'

/** How often streams catch up while frames of other processes may not arrive; milliseconds. */
export const CATCH_UP_MS = 2000
/** Until a page shows what another process has written, reading and drawing included; milliseconds. */
export const NOTICED_WITHIN_MS = 5000
/** How many rounds further back each one looks, for transactions that commit late. */
const OVERLAP = 2

/**
 * Between two heartbeats, sends the streams concerned what other processes have written: while there is no bus between
 * them, or while it is interrupted. Readers who have it already ignore it.
 */
export class CatchUp {
  #marks: number[] = []
  #isReading = false

  constructor(
    protected streams: Set<BeatingStream>,
    protected changes: RecentChanges,
    /** The newest change number of each owner, which the heartbeats carry as well. */
    protected newest: Map<string, number>,
    protected logger: Logger
  ) {}

  /** One round; the first one looks back to an earlier heartbeat. A failed one is made good by the next. */
  async round(): Promise<void> {
    const from = this.#marks[0] ?? this.changes.markOf(OVERLAP)
    if (this.#isReading || !this.streams.size || !from) return
    this.#isReading = true
    try {
      const changes = await this.changes.after(from)
      this.#send(new HeartbeatFrames(changes, this.newest), from)
      const read = Math.max(from, this.#marks.at(-1) ?? 0, ...(changes ?? []).map(({ id }) => id))
      this.#marks = [...this.#marks, read].slice(-OVERLAP)
    } catch (error) {
      this.logger.error({ err: error }, 'what other processes have written could not be read')
    } finally {
      this.#isReading = false
    }
  }

  /** Frames arrive again: the next round is a first one. */
  end() {
    this.#marks = []
  }

  #send(frames: HeartbeatFrames, from: number) {
    for (const { live, follows, change } of this.streams) {
      const frame = frames.of(follows, from, change)
      const { changed } = frame as { changed?: unknown[] | null }
      if (changed === null || changed?.length) live.send(frame)
    }
  }
}
