import { LiveConnection, type ConnectionState, type LiveFrame } from '../shared/live_connection.js'

/** A part of the page that lives on the agents' stream. */
export interface DeskListener {
  onFrame?(frame: LiveFrame): void
  /** Fetches what was missed; rejects when the network fails. */
  onCatchUp?(): Promise<unknown>
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

  #start() {
    this.#connection = new LiveConnection({
      url: '/chat/events',
      name: 'crm-chat-desk',
      onFrame: (frame) => this.#each((listener) => listener.onFrame?.(frame)),
      onCatchUp: async () => {
        await Promise.all([...this.#listeners].map((listener) => listener.onCatchUp?.()))
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

  #each(call: (listener: DeskListener) => void) {
    for (const listener of this.#listeners) call(listener)
  }
}

/** A module of its own, so that every script of the page gets the same one. */
export const deskStream = new DeskStream()
