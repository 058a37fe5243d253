import {
  LiveConnection,
  type Changed,
  type ConnectionState,
  type LiveFrame,
} from '../shared/live_connection.js'
import { HeardSeqs } from './heard_seqs.js'
import { patience } from './patience.js'
import { pageUrl } from '../shared/page_url.js'

/** A part of the page that follows the agents' stream. */
export interface AgentStreamListener {
  onFrame?(frame: LiveFrame): void
  /**
   * Fetches what was missed, which on a page that has just been rendered is at most `missed`; rejects when the network
   * fails, which sets the state.
   */
  onCatchUp?(missed?: Changed): Promise<unknown>
  /** Fetches what the connection's state does not depend on, afterwards. */
  onCatchUpBeside?(missed?: Changed): Promise<unknown>
  /** The recent changes, and those among them that no frame has reported. */
  onChanged?(changed: Changed, unheard: string[]): void
  onState?(state: ConnectionState): void
  /** The server refuses this page's stream: 401, 403 or 404 says why. */
  onRefused?(status: number): void
}

/** Milliseconds that a page waits for its stream until it asks for what it does not have. */
const STREAM_FIRST = 1000
/**
 * Milliseconds after which a page that has asked for no more than its stream has named asks for the rest: what leaves no
 * message, such as a label, a read mark or a deletion, is not named. As long as a heartbeat takes.
 */
const REST_AFTER = 8000

/** The page's one connection to the agents' stream, shared by everything on the page that needs it. */
class AgentStream {
  #listeners = new Set<AgentStreamListener>()
  #state?: ConnectionState
  #refused?: number
  #connection?: LiveConnection
  #heard = new HeardSeqs()
  #hasCaughtUp = false
  /** Whether this tab's stream says what has changed since the page was rendered, and what it has said. */
  #hasAsked = false
  #missed?: Changed
  #rest?: ReturnType<typeof setTimeout>

  /**
   * Adds a listener and returns a function that removes it; the stream ends with the last listener. Where a list waits for
   * its script, the stream waits for it as well: otherwise the list would miss what comes first.
   */
  join(listener: AgentStreamListener): () => void {
    this.#listeners.add(listener)
    if (this.#state) listener.onState?.(this.#state)
    if (this.#refused) listener.onRefused?.(this.#refused)
    if (this.#hasCaughtUp) this.refresh()
    else if (listener.onCatchUp || document.readyState === 'complete' || !markOfPage())
      this.#start()
    else addEventListener('load', () => this.#start())
    return () => this.#leave(listener)
  }

  #leave(listener: AgentStreamListener) {
    this.#listeners.delete(listener)
    if (this.#listeners.size) return
    clearTimeout(this.#rest)
    this.#connection?.stop()
    this.#connection = this.#state = this.#refused = undefined
    this.#hasCaughtUp = false
  }

  /** Makes all subscribers catch up. */
  refresh() {
    this.#connection?.refresh()
  }

  /** Heartbeats skip changes that the page already shows. */
  shown(shown: Changed) {
    this.#heard.missing(shown)
  }

  #start() {
    if (this.#connection || !this.#listeners.size) return
    this.#connection = new LiveConnection({
      url: pageUrl('/events'),
      headers: () => this.#headers(),
      name: 'crm-chat-agent',
      onFrame: (frame) => {
        this.#heard.take(frame)
        // The greeting of another tab's stream is about that tab's page
        if (frame.event === 'chat.ready' && this.#hasAsked) {
          this.#missed = (frame.changed as Changed | null | undefined) ?? undefined
        }
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
    setTimeout(() => this.#hasCaughtUp || this.refresh(), STREAM_FIRST)
  }

  /** The first stream of a page that has just been rendered names what the page has. */
  #headers(): Record<string, string> {
    const mark = this.#hasCaughtUp ? undefined : markOfPage()
    this.#hasAsked = mark !== undefined
    return mark ? { 'Last-Event-ID': mark } : {}
  }

  /**
   * Pages without a list and a thread have no other request that shows the state of the network. Where there are such,
   * the rest follows them: over HTTP/1.1 a browser has six connections to a server, and one of those that hang may be
   * the stream's next.
   */
  async #catchUp() {
    const all = [...this.#listeners]
    const missed = this.#missed
    this.#missed = undefined
    this.#hasCaughtUp = true
    const beside = () => all.map((listener) => listener.onCatchUpBeside?.(missed))
    if (!all.some((listener) => listener.onCatchUp)) return void (await Promise.all(beside()))
    await Promise.all(all.map((listener) => listener.onCatchUp?.(missed)))
    if (missed) {
      this.shown(missed)
      this.#rest = setTimeout(() => this.refresh(), REST_AFTER)
    }
    for (const each of beside()) each?.catch(() => {})
  }

  #each(call: (listener: AgentStreamListener) => void) {
    for (const listener of this.#listeners) call(listener)
  }
}

/** The mark that a page with a list was rendered with. */
const markOfPage = () =>
  document.querySelector<HTMLElement>('[data-mark]')?.dataset.mark || undefined

/** A module of its own, so that every script of the page gets the same one. */
export const agentStream = new AgentStream()
