import { CatchUp } from './catch_up.js'
import { pollDelay } from './backoff.js'
import { StreamLoop, type Link } from './stream_loop.js'
import { TabGroup, type Relay } from './tab_group.js'
import { onWake } from './wake.js'

export type ConnectionState = 'connecting' | 'live' | 'polling' | 'offline' | 'ended'

export interface LiveFrame {
  event: string
  [key: string]: unknown
}

export interface LiveConnectionOptions {
  url: string
  headers?: () => Record<string, string>
  credentials?: RequestCredentials
  /** Name of the Web Lock and the BroadcastChannel: one stream per browser and name. */
  name: string
  onFrame(frame: LiveFrame): void
  /**
   * Fetches everything that was missed. Safe to repeat; never two at a time. Rejects when the network fails,
   * and is then asked again.
   */
  onCatchUp(): Promise<void>
  onState(state: ConnectionState): void
  /** 401, 403 or 404: nothing is retried any more. */
  onRefused?(status: number): void
}

/**
 * Keeps a page in step with the server for as long as it runs, whatever the network does.
 *
 * Frames are a convenience that arrives once, late or never; what makes it complete is the catch-up, which
 * runs after every (re)connect, on becoming visible or waking up, at every poll and until it has succeeded. The state never
 * claims more than that: `live` means that frames flow and that everything before them has been fetched.
 */
export class LiveConnection {
  #link: Link = 'connecting'
  #caughtUp = false
  #failed = false
  #started = false
  #suspended = false
  #activeAt = 0
  #signWithin = 32_000
  #state?: ConnectionState
  #poll?: ReturnType<typeof setTimeout>
  #listeners?: AbortController
  #catchUp: CatchUp
  #loop: StreamLoop
  #tabs: TabGroup

  constructor(private options: LiveConnectionOptions) {
    this.#catchUp = new CatchUp(
      () => options.onCatchUp(),
      (ok) => this.#caughtUpWas(ok)
    )
    this.#loop = new StreamLoop({
      url: options.url,
      headers: options.headers,
      credentials: options.credentials,
      onFrame: (frame) => {
        this.#receive(frame)
        this.#tabs.post({ type: 'frame', frame })
      },
      onLink: (link) => {
        this.#setLink(link)
        this.#announce()
      },
      onRefused: (status) => {
        this.#tabs.post({ type: 'refused', status })
        this.#refuse(status)
      },
      networkWorks: () => !this.#failed,
    })
    this.#tabs = new TabGroup(options.name, {
      onLead: () => {
        this.#setLink('connecting')
        this.#streamIfWanted()
      },
      onFollow: () => {
        this.#loop.stop()
        this.#setLink('connecting')
        this.refresh()
      },
      onRelay: (relay) => this.#relayed(relay),
      onAsked: () => this.#announce(),
    })
  }

  start() {
    if (this.#started) return
    this.#started = true
    this.#activeAt = Date.now()
    this.#listen()
    this.#resume()
  }

  /** Ends everything; the connection may be started again. */
  stop() {
    if (!this.#started) return
    this.#started = false
    this.#listeners?.abort()
    this.#suspend()
    this.#show()
  }

  /** Catch up now; wishes that come while a catch-up is running become one more run. */
  refresh() {
    this.#activeAt = Date.now()
    if (this.#started) void this.#catchUp.request()
  }

  #resume() {
    this.#suspended = false
    this.#caughtUp = this.#failed = false
    this.#setLink('connecting')
    this.#tabs.join()
  }

  /** A page that is put aside (or left) must not keep the lead, nor a request open. */
  #suspend() {
    this.#suspended = true
    clearTimeout(this.#poll)
    this.#tabs.leave()
    this.#loop.stop()
  }

  #listen() {
    const { signal } = (this.#listeners = new AbortController())
    const on = (target: EventTarget, type: string, listener: () => void) =>
      target.addEventListener(type, listener, { signal })

    onWake(() => this.#suspended || this.#returned(), signal)
    on(document, 'visibilitychange', () => this.#visibilityChanged())
    on(window, 'online', () => {
      this.#loop.kick(true)
      this.refresh()
    })
    on(window, 'offline', () => {
      this.#failed = true
      this.refresh()
      this.#show()
    })
    on(window, 'pagehide', () => this.#suspend())
    on(window, 'pageshow', () => this.#suspended && this.#resume())
  }

  #visibilityChanged() {
    if (this.#suspended) return
    this.#streamIfWanted()
    if (!document.hidden) this.#returned()
  }

  /** Whatever time has passed: a stream that looks open may be long dead, or its leader frozen. */
  #returned() {
    this.#loop.kick()
    this.#tabs.ask()
    this.refresh()
  }

  /** Without other tabs to share with, a hidden tab does without a stream. */
  #streamIfWanted() {
    if (!this.#tabs.leads) return
    if (!this.#tabs.alone || !document.hidden) return this.#loop.start()
    this.#loop.stop()
    this.#setLink('down')
  }

  #announce() {
    this.#tabs.post({
      type: 'link',
      link: this.#link,
      hidden: document.hidden,
      signWithin: this.#signWithin,
    })
  }

  #relayed(relay: Relay) {
    if (relay.type === 'refused') return this.#refuse(Number(relay.status))
    if (relay.type === 'frame') return this.#receive(relay.frame as LiveFrame)

    this.#signWithin = Number(relay.signWithin)
    this.#tabs.expectSign(this.#signWithin)
    this.#setLink(relay.link as Link)
    // Browsers slow hidden tabs down, so one of those is no good at getting a lost stream back
    if (relay.hidden && relay.link !== 'up' && !document.hidden) this.#tabs.rob()
  }

  #receive(frame: LiveFrame) {
    if (frame.event === 'chat.ready') {
      this.#signWithin = (Number(frame.heartbeat_seconds) || 20) * 1500 + 4000
    }
    if (!this.#tabs.leads) this.#tabs.expectSign(this.#signWithin)
    if (frame.event !== 'chat.heartbeat') this.options.onFrame(frame)
  }

  #refuse(status: number) {
    this.stop()
    this.options.onRefused?.(status)
  }

  #setLink(link: Link) {
    const cameUp = link === 'up' && this.#link !== 'up'
    if (link !== this.#link) this.#caughtUp = false
    this.#link = link
    if (this.#suspended) return

    if (cameUp || (link === 'down' && !this.#poll)) void this.#catchUp.request()
    this.#show()
  }

  #caughtUpWas(ok: boolean) {
    if (!this.#started || this.#suspended) return
    this.#failed = !ok
    this.#caughtUp = ok
    this.#show()

    clearTimeout(this.#poll)
    this.#poll = undefined
    if (ok && this.#link !== 'down') return
    const delay = pollDelay(Date.now() - this.#activeAt, document.hidden)
    this.#poll = setTimeout(() => {
      this.#poll = undefined
      void this.#catchUp.request()
    }, delay)
  }

  #show() {
    const state = this.#currentState()
    if (state === this.#state) return
    this.#state = state
    this.options.onState(state)
  }

  #currentState(): ConnectionState {
    if (!this.#started) return 'ended'
    if (this.#failed) return 'offline'
    if (!this.#caughtUp || this.#link === 'connecting') return 'connecting'
    return this.#link === 'up' ? 'live' : 'polling'
  }
}
