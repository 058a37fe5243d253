import type { LiveFrame } from './live_connection.js'
import { StreamLoop, type Link } from './stream_loop.js'
import type { StreamRequest } from './event_stream.js'
import { TabGroup, type Relay } from './tab_group.js'

export interface SharedStreamOptions extends StreamRequest {
  /** Name of the Web Lock and the BroadcastChannel: one stream per browser and name. */
  name: string
  onFrame(frame: LiveFrame): void
  /** The link is another one than `before`, or the same; `stalled`: the stream hung, and other requests may hang as well. */
  onLink(before: Link, stalled: boolean): void
  onRefused(status: number): void
  /** Another tab has taken the stream over. */
  onFollow(): void
  networkWorks(): boolean
}

/** Milliseconds without a visible tab after which the stream slows down. */
const LOOKED_WITHIN = 60_000

/**
 * The one event stream of all tabs of a browser: one of them reads it and passes everything on to the others,
 * heartbeats and the state of the link included.
 */
export class SharedStream {
  link: Link = 'connecting'
  #signWithin = 11_000
  #lookedAt = Date.now()
  #loop: StreamLoop
  #tabs: TabGroup

  constructor(private options: SharedStreamOptions) {
    this.#loop = new StreamLoop({
      ...options,
      onFrame: (frame) => {
        this.#receive(frame)
        this.#tabs.post({ type: 'frame', frame })
      },
      onLink: (link, stalled) => {
        this.#setLink(link, stalled)
        this.#announce(stalled)
      },
      onRefused: (status) => {
        this.#tabs.post({ type: 'refused', status })
        options.onRefused(status)
      },
      isBackground: () => !this.#isLooking,
    })
    this.#tabs = new TabGroup(options.name, {
      onLead: () => {
        this.#setLink('connecting')
        this.visibilityChanged()
      },
      onFollow: () => {
        this.#loop.stop()
        this.#setLink('connecting')
        options.onFollow()
      },
      onRelay: (relay) => this.#relayed(relay),
      onAsked: (isLooking) => {
        if (isLooking) this.#looked()
        this.#announce()
      },
    })
  }

  open() {
    this.#setLink('connecting')
    this.#tabs.join()
  }

  /** Neither keeps the lead nor a request open. */
  close() {
    this.#tabs.leave()
    this.#loop.stop()
  }

  /** Without other tabs to share with, a hidden tab does without a stream. */
  visibilityChanged() {
    if (!this.#tabs.leads) return
    if (!this.#tabs.alone || !document.hidden) return this.#loop.start()
    this.#loop.stop()
    this.#setLink('down')
  }

  /** Reopens the stream. */
  renew() {
    this.#loop.kick(true)
  }

  /**
   * This tab is visible again after an unknown time: a stream that looks open may be dead, or its leader frozen.
   * Returns whether the stream has been silent for too long.
   */
  returned(): boolean {
    const { isStale } = this.#loop
    this.#looked()
    this.#loop.kick()
    this.#tabs.ask()
    return isStale
  }

  get #isLooking() {
    if (!document.hidden) this.#lookedAt = Date.now()
    return Date.now() - this.#lookedAt < LOOKED_WITHIN
  }

  #looked() {
    this.#lookedAt = Date.now()
    if (this.#loop.isBackground) this.renew()
  }

  #setLink(link: Link, stalled = false) {
    const before = this.link
    this.link = link
    this.options.onLink(before, stalled)
  }

  #announce(stalled = false) {
    const { link } = this
    const { hidden } = document
    this.#tabs.post({ type: 'link', link, stalled, hidden, signWithin: this.#signWithin })
  }

  #relayed(relay: Relay) {
    if (relay.type === 'refused') return this.options.onRefused(Number(relay.status))
    if (relay.type === 'frame') return this.#receive(relay.frame as LiveFrame)

    this.#signWithin = Number(relay.signWithin)
    this.#tabs.expectSign(this.#signWithin)
    this.#setLink(relay.link as Link, Boolean(relay.stalled))
    // Browsers slow hidden tabs down, so one of those is no good at getting a lost stream back
    if (relay.hidden && relay.link !== 'up' && !document.hidden) this.#tabs.rob()
  }

  #receive(frame: LiveFrame) {
    if (frame.event === 'chat.ready') {
      this.#signWithin = Number(frame.heartbeat_seconds) * 1250 + 500
    }
    if (!this.#tabs.leads) this.#tabs.expectSign(this.#signWithin)
    if (frame.event === 'chat.heartbeat') this.#keepPace()
    this.options.onFrame(frame)
  }

  /** With each heartbeat, tabs in sight say so; when none has for long, the stream slows down. */
  #keepPace() {
    if (!this.#tabs.leads) {
      if (!document.hidden) this.#tabs.ask()
    } else if (!this.#isLooking && !this.#loop.isBackground) this.renew()
  }
}
