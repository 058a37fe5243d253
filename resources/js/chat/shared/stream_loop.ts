import { blockedDelay, reconnectDelay } from './backoff.js'
import { EventStream, READY_WITHIN, type StreamEnd, type StreamRequest } from './event_stream.js'
import type { LiveFrame } from './live_connection.js'

/** `up`: frames arrive. `connecting`: first try, or just lost. `down`: not to be relied on, poll. */
export type Link = 'connecting' | 'up' | 'down'

export interface StreamLoopOptions extends StreamRequest {
  onFrame(frame: LiveFrame): void
  /** `stalled`: the stream hung, and other requests may hang as well. */
  onLink(link: Link, stalled: boolean): void
  onRefused(status: number): void
  /** Whether the page is in the background: then heartbeats may be less frequent. */
  isBackground(): boolean
  /** Whether ordinary requests succeed: distinguishes a blocked stream from a dead network. */
  networkWorks(): boolean
}

/** After a stream has hung, new ones are opened at short intervals, for as long as most outages last. */
const HURRY_FOR = 120_000
const HURRIED_READY_WITHIN = 1500
const HURRIED_DELAY = 300

/** Keeps one stream open until it is stopped or refused. */
export class StreamLoop {
  #running = false
  #generation = 0
  #stream?: EventStream
  #stalledAt = 0
  /** Whether the present stream was opened for the background. */
  isBackground = false
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

  /** Whether the stream has been silent for too long, and no timer was awake to see it. */
  get isStale() {
    return this.#stream?.isStale ?? false
  }

  /** Ends the wait before the next attempt; reopens a stream that has gone stale, or any when `renew`. */
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

      const stalled = this.#hasStalled(end)
      if (stalled && end.livedFor) this.#stalledAt = Date.now()
      this.options.onLink(this.#linkAfter(end, failures), stalled)
      await this.#sleep(this.#delay(end, failures, Date.now() - downSince))
    }
  }

  async #attempt(): Promise<StreamEnd> {
    const { url } = this.options
    this.isBackground = this.options.isBackground()
    const request = { ...this.options, url: this.isBackground ? `${url}?background=1` : url }
    const take = (frame: LiveFrame) => {
      if (stream !== this.#stream) return
      this.options.onFrame(frame)
      if (frame.event === 'chat.ready') this.#isUp()
    }
    const stream = new EventStream(request, take, this.#readyWithin())
    this.#stream = stream
    return stream.read()
  }

  #isUp() {
    this.#stalledAt = 0
    this.options.onLink('up', false)
  }

  get #isInAHurry() {
    return Date.now() - this.#stalledAt < HURRY_FOR && !document.hidden
  }

  /** One that hung, or did not even open soon after another had: other requests may hang since then. */
  #hasStalled({ reason, livedFor }: StreamEnd) {
    if (reason !== 'stalled') return false
    return livedFor > 0 || (this.#isInAHurry && this.options.networkWorks())
  }

  /** Where other requests get through, the line may only be slow. */
  #readyWithin() {
    return this.#isInAHurry && !this.options.networkWorks() ? HURRIED_READY_WITHIN : READY_WITHIN
  }

  #linkAfter(end: StreamEnd, failures: number): Link {
    const blocked = end.reason === 'busy' || (end.reason === 'stalled' && !end.livedFor)
    return blocked || failures > 1 ? 'down' : 'connecting'
  }

  #delay(end: StreamEnd, failures: number, downFor: number) {
    if (end.reason === 'busy') return Math.max(end.retryAfter, blockedDelay(failures))
    if (end.reason === 'stalled' && this.#isInAHurry) return HURRIED_DELAY
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
