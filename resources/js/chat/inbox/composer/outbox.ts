import { RequestFailed } from '../api.js'
import type { Page } from '../page.js'

export interface Outgoing {
  clientId: string
  conversation: string
  content: string
  internal: boolean
  /** The last message that the agent had seen; none for what has waited for the network. */
  seenSeq?: number
  /** Why it has not been taken; it waits for the agent when `isRefused`, else for the network. */
  problem?: string
  isRefused?: boolean
}

interface Stored {
  html: string
}

/** What others wrote before a reply came through, and the reply, which was not stored. */
export interface Stale {
  conversation: string
  content: string
  html: string
  lastSeq: number
  hasMore: boolean
}

export interface OutboxHandlers {
  onChange(): void
  onStored(conversation: string, html: string): void
  /** The agent has to see something first; the text is theirs again. */
  onStale(stale: Stale): void
}

const KEY = 'outbox'
const FIRST_RETRY = 1500
const LAST_RETRY = 30_000

/**
 * What the agent has written and the server has not confirmed. It survives reloads, goes out in
 * order, and always under the id it was first sent with, so that nothing is stored twice.
 */
export class Outbox {
  #isSending = false
  #delay = FIRST_RETRY
  #timer?: ReturnType<typeof setTimeout>

  constructor(
    private page: Page,
    private handlers: OutboxHandlers
  ) {
    addEventListener('storage', ({ key }) => {
      if (key === page.store.keyOf(KEY)) handlers.onChange()
    })
    addEventListener('online', () => void this.flush())
  }

  of(conversation: string) {
    return this.#all().filter((each) => each.conversation === conversation)
  }

  add(draft: Pick<Outgoing, 'conversation' | 'content' | 'internal' | 'seenSeq'>) {
    this.#save([...this.#all(), { clientId: crypto.randomUUID(), ...draft }])
    void this.flush()
  }

  /** The server has these. */
  arrived(clientIds: string[]) {
    const all = this.#all()
    const left = all.filter(({ clientId }) => !clientIds.includes(clientId))
    if (left.length < all.length) this.#save(left)
  }

  retry(clientId: string) {
    this.#change(clientId, { problem: undefined, isRefused: false })
    void this.flush()
  }

  discard(clientId: string) {
    this.arrived([clientId])
  }

  /** Sends what waits, in order, until something does not get through. */
  async flush() {
    clearTimeout(this.#timer)
    if (this.#isSending) return
    this.#isSending = true
    try {
      let next = this.#next()
      while (next && (await this.#send(next))) next = this.#next()
    } finally {
      this.#isSending = false
    }
  }

  async #send(outgoing: Outgoing) {
    const { clientId, conversation, content, internal, seenSeq } = outgoing
    try {
      const url = `/chat/${conversation}/messages`
      const body = { content, internal, client_message_id: clientId, seen_seq: seenSeq }
      const stored = await this.page.api.post<Stored>(url, body)
      this.#delay = FIRST_RETRY
      this.handlers.onStored(conversation, stored.html)
      this.arrived([clientId])
      return true
    } catch (error) {
      if (error instanceof RequestFailed && error.code === 'E_CHAT_STALE') {
        return this.#handBack(conversation, error)
      }
      return this.#failed(clientId, error)
    }
  }

  /** Takes back what was to be said in a conversation that has moved on, all of it, as one text. */
  #handBack(conversation: string, { answer }: RequestFailed) {
    const back = this.of(conversation).filter(({ internal, problem }) => !internal && !problem)
    this.arrived(back.map(({ clientId }) => clientId))
    this.handlers.onStale({
      conversation,
      content: back.map(({ content }) => content).join('\n'),
      html: String(answer!.html),
      lastSeq: Number(answer!.last_seq),
      hasMore: Boolean(answer!.has_more),
    })
    return true
  }

  /**
   * Answers whether the next one may be tried nevertheless. What has to wait for the network was
   * written in good faith, and goes out by itself when it is back.
   */
  #failed(clientId: string, error: unknown) {
    const isTemporary = error instanceof RequestFailed && error.isTemporary
    const problem = error instanceof Error ? error.message : 'Something went wrong'
    this.#change(clientId, { problem, isRefused: !isTemporary, seenSeq: undefined })
    if (!isTemporary) return true
    this.#timer = setTimeout(() => void this.flush(), this.#delay)
    this.#delay = Math.min(this.#delay * 2, LAST_RETRY)
    return false
  }

  #next() {
    return this.#all().find(({ isRefused }) => !isRefused)
  }

  #change(clientId: string, change: Partial<Outgoing>) {
    this.#save(
      this.#all().map((each) => (each.clientId === clientId ? { ...each, ...change } : each))
    )
  }

  #all() {
    return this.page.store.get<Outgoing[]>(KEY) ?? []
  }

  #save(all: Outgoing[]) {
    this.page.store.set(KEY, all)
    this.handlers.onChange()
  }
}
