import { Heartbeats, type Changed } from './heartbeats.js'
import { followPage } from './page_life.js'
import { Patience } from './patience.js'
import { Reconciler } from './reconciler.js'
import { SharedStream } from './shared_stream.js'
import type { Link } from './stream_loop.js'

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
  /** By its signals the reads of the catch-up end when they hang. */
  patience?: Patience
  onFrame(frame: LiveFrame): void
  /** What has changed lately, whichever frames came: fetch what of it is not here. */
  onChanged?(changed: Changed): void
  /**
   * Fetches everything that was missed. Safe to repeat; never two at a time, but for one that hangs. Rejects
   * when the network fails, and is then asked again.
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
 * runs after every (re)connect, the moment a stream hangs, on becoming visible or waking up, at every poll and
 * until it has succeeded; and heartbeats, which tell of what no frame has told. The state never claims more than
 * that: `live` means that frames flow and that everything before them has been fetched.
 */
export class LiveConnection {
  #started = false
  #suspended = false
  #link: Link = 'connecting'
  #state?: ConnectionState
  #listeners?: AbortController
  #reconciler: Reconciler
  #heartbeats: Heartbeats
  #stream: SharedStream

  constructor(private options: LiveConnectionOptions) {
    this.#reconciler = new Reconciler({
      patience: options.patience ?? new Patience(),
      work: () => options.onCatchUp(),
      polls: () => this.#link === 'down',
      onResult: (ok, recovered) => this.#reconciled(ok, recovered),
    })
    this.#heartbeats = new Heartbeats({
      onChanged: (changed) => this.#isRunning && options.onChanged?.(changed),
      onWhole: () => this.#reconciler.request(),
    })
    this.#stream = new SharedStream({
      ...options,
      onFrame: (frame) => this.#receive(frame),
      onLink: (link, stalled) => this.#linkWas(link, stalled),
      onRefused: (status) => this.#refuse(status),
      onFollow: () => this.refresh(),
      networkWorks: () => !this.#reconciler.failed,
    })
  }

  start() {
    if (this.#started) return
    this.#started = true
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
    if (!this.#started) return
    this.#started = false
    this.#listeners?.abort()
    this.#suspend()
    this.#show()
  }

  /** Catch up now; wishes that come while a catch-up is running become one more run. */
  refresh() {
    if (this.#started) this.#reconciler.request(true)
  }

  get #isRunning() {
    return this.#started && !this.#suspended
  }

  #resume() {
    this.#suspended = false
    this.#reconciler.resume()
    this.#stream.open()
  }

  /** A page that is put aside (or left) must not keep the lead, nor a request open. */
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
    if (frame.event === 'chat.heartbeat') this.#heartbeats.take(frame)
    else this.options.onFrame(frame)
  }

  #refuse(status: number) {
    this.stop()
    this.options.onRefused?.(status)
  }

  #linkWas(link: Link, stalled: boolean) {
    const cameUp = link === 'up' && this.#link !== 'up'
    if (link !== this.#link) this.#reconciler.isDone = false
    this.#link = link
    if (this.#suspended) return

    const isLost = link === 'down' && !this.#reconciler.isPlanned
    // What began before may hang on a dead socket, and must not hold up what can be had now
    if (stalled) this.#reconciler.restart(true)
    else if (cameUp && this.#reconciler.isInTrouble) this.#reconciler.restart()
    else if (cameUp || isLost) this.#reconciler.request()
    this.#show()
  }

  #reconciled(ok: boolean, recovered: boolean) {
    if (ok) this.#heartbeats.whole()
    // The network is back: the attempt that is under way may still hang
    if (recovered && this.#link !== 'up') this.#stream.renew()
    this.#show()
  }

  #show() {
    const state = this.#currentState()
    if (state === this.#state) return
    this.#state = state
    this.options.onState(state)
  }

  #currentState(): ConnectionState {
    if (!this.#started) return 'ended'
    if (this.#reconciler.failed) return 'offline'
    if (!this.#reconciler.isDone || this.#link === 'connecting') return 'connecting'
    return this.#link === 'up' ? 'live' : 'polling'
  }
}
