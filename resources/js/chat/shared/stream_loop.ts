import { blockedDelay, reconnectDelay } from './backoff.js'
import { EventStream, type StreamEnd, type StreamRequest } from './event_stream.js'
import type { LiveFrame } from './live_connection.js'

/** `up`: frames arrive. `connecting`: first try, or just lost. `down`: not to be relied on, poll. */
export type Link = 'connecting' | 'up' | 'down'

export interface StreamLoopOptions extends StreamRequest {
  onFrame(frame: LiveFrame): void
  onLink(link: Link): void
  onRefused(status: number): void
  /** Whether ordinary requests get through: tells a blocked stream from a dead network. */
  networkWorks(): boolean
}

/** Keeps one stream open for ever, until stopped or refused. */
export class StreamLoop {
  #running = false
  #generation = 0
  #stream?: EventStream
  #wake?: () => void

  constructor(private options: StreamLoopOptions) {}

  start() {
    if (this.#running) return
    this.#running = true
    void this.#run()
  }

  stop() {
    this.#running = false
    this.#stream?.close()
    this.#stream = undefined
    this.#wake?.()
  }

  /** Do not wait any longer; a stream that has gone stale (or any, when `renew`) is opened anew. */
  kick(renew = false) {
    if (this.#wake) this.#wake()
    else if (renew || this.#stream?.isStale) this.#stream?.close()
  }

  async #run() {
    const generation = ++this.#generation
    const isCurrent = () => this.#running && generation === this.#generation
    let failures = 0
    let downSince = Date.now()

    while (isCurrent()) {
      const end = await this.#attempt()
      if (!isCurrent()) return
      if (end.reason === 'refused') {
        this.#running = false
        return this.options.onRefused(end.status)
      }

      // A stream that dies as soon as it lives is a failure too, not a fresh start
      if (end.livedFor > 5000) {
        failures = 0
        downSince = Date.now()
      }
      failures++

      this.options.onLink(this.#linkAfter(end, failures))
      await this.#sleep(this.#delay(end, failures, Date.now() - downSince))
    }
  }

  async #attempt(): Promise<StreamEnd> {
    const stream = new EventStream(this.options, (frame) => {
      if (stream !== this.#stream) return
      this.options.onFrame(frame)
      if (frame.event === 'chat.ready') this.options.onLink('up')
    })
    this.#stream = stream
    return stream.read()
  }

  #linkAfter(end: StreamEnd, failures: number): Link {
    const blocked = end.reason === 'busy' || (end.reason === 'stalled' && !end.livedFor)
    return blocked || failures > 1 ? 'down' : 'connecting'
  }

  #delay(end: StreamEnd, failures: number, downFor: number) {
    if (end.reason === 'busy') return Math.max(end.retryAfter, blockedDelay(failures))
    if (end.reason === 'stalled' && !end.livedFor && this.options.networkWorks()) {
      return blockedDelay(failures)
    }
    return reconnectDelay(failures, downFor, document.hidden)
  }

  #sleep(ms: number) {
    return new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer)
        this.#wake = undefined
        resolve()
      }
      const timer = setTimeout(done, ms)
      this.#wake = done
    })
  }
}
