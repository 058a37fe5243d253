import type { Logger } from '@adonisjs/core/logger'
import type { LiveStream, StreamFrame } from '#chat/realtime/live_stream'

/** Something that changes without an event, such as by the clock or in another process. */
export interface WatchedState {
  /** Streams with the same key are told the same. */
  key: string
  /** The frame that says how it is now. */
  read: () => Promise<StreamFrame>
  /** What the reader knows. */
  told: StreamFrame
}

interface Watching {
  live: LiveStream
  watched?: WatchedState
}

/**
 * Tells streams of a state when it has really changed. Each process looks for its own streams, so that
 * nothing between the processes has to work; read once per key, however many streams follow it.
 */
export class WatchedStates {
  constructor(
    protected streams: Iterable<Watching>,
    protected logger: Logger
  ) {}

  /** Reads what begins with this key again, and tells whom it is news for. */
  async refresh(prefix = ''): Promise<void> {
    const byKey = Map.groupBy(this.streams, ({ watched }) => watched?.key)
    const wanted = [...byKey].filter(([key]) => key?.startsWith(prefix))
    await Promise.all(wanted.map(([, streams]) => this.#tell(streams)))
  }

  /** A read that fails (the database is busy) changes nothing: the next one comes soon. */
  async #tell(streams: Watching[]) {
    try {
      const frame = await streams[0].watched!.read()
      for (const { live, watched } of streams) {
        if (JSON.stringify(watched!.told) === JSON.stringify(frame)) continue
        watched!.told = frame
        live.send(frame)
      }
    } catch (error) {
      this.logger.error({ err: error }, 'a watched state could not be read')
    }
  }
}
