import type { Changed } from '../shared/heartbeats.js'
import { LiveConnection, type ConnectionState, type LiveFrame } from '../shared/live_connection.js'
import { HeardSeqs } from './heard_seqs.js'
import { patience } from './patience.js'

/** A part of the page that lives on the agents' stream. */
export interface DeskListener {
  onFrame?(frame: LiveFrame): void
  /** Fetches what was missed; rejects when the network fails, which is what the state tells. */
  onCatchUp?(): Promise<unknown>
  /** Fetches beside it what the state does not depend on. */
  onCatchUpBeside?(): Promise<unknown>
  /** What has changed lately, and which of that no frame has told of. */
  onChanged?(changed: Changed, unheard: string[]): void
  onState?(state: ConnectionState): void
  /** The server will not have this page any more: 401, 403 or 404 says why. */
  onRefused?(status: number): void
}

/** The page's one connection to the agents' stream, shared by everything on the page that needs it. */
class DeskStream {
  #listeners = new Set<DeskListener>()
  #state?: ConnectionState
  #refused?: number
  #connection?: LiveConnection
  #heard = new HeardSeqs()

  join(listener: DeskListener) {
    this.#listeners.add(listener)
    if (this.#state) listener.onState?.(this.#state)
    if (this.#refused) listener.onRefused?.(this.#refused)
    if (this.#connection) this.refresh()
    else this.#start()
  }

  /** Makes everybody catch up now. */
  refresh() {
    this.#connection?.refresh()
  }

  /** What the page shows need not be told again by a heartbeat. */
  shown(shown: Changed) {
    this.#heard.missing(shown)
  }

  #start() {
    this.#connection = new LiveConnection({
      url: '/chat/events',
      name: 'crm-chat-desk',
      onFrame: (frame) => {
        this.#heard.take(frame)
        this.#each((listener) => listener.onFrame?.(frame))
      },
      patience,
      onCatchUp: () => this.#catchUp(),
      onChanged: (changed) => {
        const unheard = this.#heard.missing(changed)
        this.#each((listener) => listener.onChanged?.(changed, unheard))
      },
      onState: (state) => {
        this.#state = state
        this.#each((listener) => listener.onState?.(state))
      },
      onRefused: (status) => {
        this.#refused = status
        this.#each((listener) => listener.onRefused?.(status))
      },
    })
    this.#connection.start()
  }

  /** Pages without the list and a thread have nothing else to tell the state of the network by. */
  async #catchUp() {
    const all = [...this.#listeners]
    const beside = all.map((listener) => listener.onCatchUpBeside?.())
    const decides = all.some((listener) => listener.onCatchUp)
    if (decides) for (const each of beside) each?.catch(() => {})
    await Promise.all(decides ? all.map((listener) => listener.onCatchUp?.()) : beside)
  }

  #each(call: (listener: DeskListener) => void) {
    for (const listener of this.#listeners) call(listener)
  }
}

/** A module of its own, so that every script of the page gets the same one. */
export const deskStream = new DeskStream()
