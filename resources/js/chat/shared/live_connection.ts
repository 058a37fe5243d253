import { followPage } from './page_life.js'
import { Patience } from './patience.js'
import { Reconciler } from './reconciler.js'
import { SharedStream } from './shared_stream.js'
import type { Link } from './stream_loop.js'

export type ConnectionState = 'connecting' | 'live' | 'polling' | 'offline' | 'ended'

/** Conversations that have changed lately, each with its newest `seq`. */
export type Changed = [conversation: string, seq: number][]

export interface LiveFrame {
  event: string
  [key: string]: unknown
}

/** Milliseconds to wait for the frames that a heartbeat reports. */
const FRAMES_FIRST = 400

export interface LiveConnectionOptions {
  url: string
  headers?: () => Record<string, string>
  credentials?: RequestCredentials
  /** Name of the Web Lock and the BroadcastChannel: one stream per browser and name. */
  name: string
  /** Its signals abort the catch-up's requests when they hang. */
  patience?: Patience
  onFrame(frame: LiveFrame): void
  /** Recently changed conversations, reported by heartbeats: fetch what is missing here. */
  onChanged?(changed: Changed): void
  /**
   * Fetches everything that was missed. Safe to repeat; runs do not overlap, except with one that hangs. Rejects when
   * the network fails, and is called again.
   */
  onCatchUp(): Promise<void>
  /** Called when frames begin to arrive; returns whether nothing can have been missed before them. */
  isWhole?(): boolean
  onState(state: ConnectionState): void
  /** The server has answered 401, 403 or 404; nothing is retried. */
  onRefused?(status: number): void
}

/**
 * Keeps a page in step with the server for as long as it runs, whatever the network does.
 *
 * Frames are a convenience that arrives once, late or never; what makes it complete is the catch-up, which
 * runs after every (re)connect that may have missed something, the moment a stream hangs, on becoming visible or waking up, at every poll and
 * until it has succeeded; and heartbeats, which report changes whose frames were lost. The state never claims more than
 * that: `live` means that frames flow and that everything before them has been fetched.
 */
export class LiveConnection {
  #suspended = false
  #state?: ConnectionState
  /** From start to stop. */
  #listeners?: AbortController
  #reconciler: Reconciler
  #stream: SharedStream

  constructor(private options: LiveConnectionOptions) {
    this.#reconciler = new Reconciler({
      patience: options.patience ?? new Patience(),
      work: () => options.onCatchUp(),
      polls: () => this.#stream.link === 'down',
      onResult: (turned) => this.#reconciled(turned),
    })
    this.#stream = new SharedStream({
      ...options,
      onFrame: (frame) => this.#receive(frame),
      onLink: (before, stalled) => this.#linked(before, stalled),
      onRefused: (status) => this.#refuse(status),
      onFollow: () => this.refresh(),
      networkWorks: () => !this.#reconciler.failed,
    })
  }

  start() {
    if (this.#listeners) return
    this.#listeners = new AbortController()
    followPage(
      {
        onWake: () => this.#returned(),
        onVisibility: () => this.#visibilityChanged(),
        onNetwork: (isThere) => this.#networkChanged(isThere),
        onHide: () => this.#suspend(),
        onShow: () => this.#suspended && this.#resume(),
      },
      this.#listeners.signal
    )
    this.#resume()
  }

  /** Ends everything; the connection may be started again. */
  stop() {
    if (!this.#listeners) return
    this.#listeners.abort()
    this.#listeners = undefined
    this.#suspend()
    this.#show()
  }

  /** Starts a catch-up; calls during a catch-up are merged into one more run. */
  refresh() {
    if (this.#listeners) this.#reconciler.request(true)
  }

  get #isRunning() {
    return !!this.#listeners && !this.#suspended
  }

  #resume() {
    this.#suspended = false
    this.#reconciler.resume()
    this.#stream.open()
  }

  /** A page that is frozen or left must keep neither the lead nor a request open. */
  #suspend() {
    this.#suspended = true
    this.#reconciler.stop()
    this.#stream.close()
  }

  #visibilityChanged() {
    if (this.#suspended) return
    this.#stream.visibilityChanged()
    if (!document.hidden) this.#returned()
  }

  #returned() {
    if (this.#suspended) return
    if (this.#stream.returned()) this.#reconciler.restart()
    else this.refresh()
  }

  #networkChanged(isThere: boolean) {
    if (this.#suspended) return
    if (isThere) this.#stream.renew()
    else this.#reconciler.failed = true
    this.#reconciler.restart()
    this.#show()
  }

  #receive(frame: LiveFrame) {
    if (frame.event === 'chat.heartbeat') this.#beat(frame.changed as Changed | null)
    else this.options.onFrame(frame)
  }

  /** Without a list, too much has changed to say what. */
  #beat(changed: Changed | null) {
    if (!changed || this.#reconciler.isDue) return this.#reconciler.request()
    if (!changed.length) return
    setTimeout(() => this.#isRunning && this.options.onChanged?.(changed), FRAMES_FIRST)
  }

  #refuse(status: number) {
    this.stop()
    this.options.onRefused?.(status)
  }

  #linked(before: Link, stalled: boolean) {
    const { link } = this.#stream
    const cameUp = link === 'up' && before !== 'up'
    if (link !== before) this.#reconciler.isDone = false
    if (this.#suspended) return

    const isLost = link === 'down' && !this.#reconciler.isPlanned
    // An earlier request may hang on a dead socket, and must not delay a new one
    if (stalled) this.#reconciler.restart(true)
    else if (cameUp && this.#reconciler.isInTrouble) this.#reconciler.restart()
    else if (cameUp && this.options.isWhole?.()) this.#reconciler.isWhole()
    else if (cameUp || isLost) this.#reconciler.request()
    this.#show()
  }

  #reconciled(turned: boolean) {
    // The network has come back or gone: the attempt that is under way may hang, and have too much time for it
    if (turned && this.#stream.link !== 'up') this.#stream.renew()
    this.#show()
  }

  #show() {
    const state = this.#currentState()
    if (state === this.#state) return
    this.#state = state
    this.options.onState(state)
  }

  #currentState(): ConnectionState {
    const { link } = this.#stream
    if (!this.#listeners) return 'ended'
    if (this.#reconciler.failed) return 'offline'
    if (!this.#reconciler.isDone || link === 'connecting') return 'connecting'
    return link === 'up' ? 'live' : 'polling'
  }
}
