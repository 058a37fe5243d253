import type { Logger } from '@adonisjs/core/logger'
import type { LiveStream, StreamFrame } from '#chat/realtime/live_stream'

/** A state that changes without an event, such as with time or in another process. */
export interface WatchedState {
  /** Streams with the same key get the same frames. */
  key: string
  /** Reads the current state as a frame. */
  read: () => Promise<StreamFrame>
  /** The frame last sent. */
  sent: StreamFrame
}

interface Watching {
  live: LiveStream
  watched?: WatchedState
}

/**
 * Sends a state to its streams when it has changed. Each process polls for its own streams, so that no message
 * between processes is needed; one read per key, however many streams follow it.
 */
export class WatchedStates {
  constructor(
    protected streams: Iterable<Watching>,
    protected logger: Logger
  ) {}

  /** Reads the states with this prefix again, and sends those that changed. */
  async refresh(prefix = ''): Promise<void> {
    const byKey = Map.groupBy(this.streams, ({ watched }) => watched?.key)
    const wanted = [...byKey].filter(([key]) => key?.startsWith(prefix))
    await Promise.all(wanted.map(([, streams]) => this.#send(streams)))
  }

  /** A failed read (busy database) changes nothing: the next one follows soon. */
  async #send(streams: Watching[]) {
    try {
      const frame = await streams[0].watched!.read()
      for (const { live, watched } of streams) {
        if (JSON.stringify(watched!.sent) === JSON.stringify(frame)) continue
        watched!.sent = frame
        live.send(frame)
      }
    } catch (error) {
      this.logger.error({ err: error }, 'a watched state could not be read')
    }
  }
}
