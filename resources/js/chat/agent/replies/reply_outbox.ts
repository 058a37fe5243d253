import type { FragmentJson } from '../../../../../app/chat/transformers/json/inbox_json.js'
import type { AttachmentJson } from '../../../../../app/chat/transformers/json/attachment_json.js'
import { Outbox, type Verdict } from '../../shared/net/outbox.js'
import type { OutboxEntry } from '../../shared/net/outbox_storage.js'
import { RequestError } from '../../shared/net/request_error.js'
import { isSessionOver, type Api } from '../api.js'
import type { Store } from '../store.js'
import { pageUrl } from '../../shared/page_url.js'

/** A reply or a note that the server has not confirmed yet. */
export interface PendingReply extends OutboxEntry {
  conversation: string
  /** The conversation's name in notices on other pages. */
  title: string
  content: string
  internal: boolean
  /** Uploaded files that are sent with it. */
  files?: AttachmentJson[]
  /** The `seq` of the last message that the agent had read when they wrote this. */
  seenSeq?: number
  /** Others have written meanwhile: the agent decides whether it is sent. */
  isHeld?: boolean
}

export interface HeldReply {
  ids: string[]
  content: string
  files: AttachmentJson[]
  /** What its author had seen when they wrote it. */
  seenSeq: number
}

export interface ReplyListener {
  onChange?(): void
  onStored?(conversation: string, html: string): void
  /** Others wrote before a reply came through. */
  onHeld?(conversation: string): void
}

const PREFIX = 'outbox:'

/**
 * Replies and notes that the server has not confirmed. Any open page of the CRM sends them, each conversation's in
 * order. A reply carries what its author had seen through all retries, so the server holds one that newer messages have
 * overtaken, even after hours without network.
 */
export class ReplyOutbox extends Outbox<PendingReply> {
  #listeners = new Set<ReplyListener>()
  #onScreen: string | null = null
  #isHolding = false

  constructor(
    store: Store,
    private api: Api
  ) {
    const storage = {
      list: () => store.list(PREFIX),
      set: (id: string, text: string | null) =>
        text === null ? store.remove(PREFIX + id) : store.write(PREFIX + id, text),
      isStored: (id: string) => store.isStored(PREFIX + id),
    }
    super(storage, store.keyOf('outbox'))
    addEventListener('storage', ({ key }) => {
      if (key?.startsWith(store.keyOf(PREFIX))) this.changed()
    })
    addEventListener('online', () => this.flush())
  }

  join(listener: ReplyListener) {
    this.#listeners.add(listener)
  }

  /** The conversation whose pane shows what is pending in it. */
  get onScreen() {
    return this.#onScreen
  }

  set onScreen(conversation: string | null) {
    this.#onScreen = conversation
    this.changed()
  }

  /** Whether leaving the page could lose something, or leave it unsent. */
  get isAtRisk() {
    return this.entries.some((entry) => this.isWaiting(entry) || !this.isStored(entry))
  }

  add(draft: Omit<PendingReply, keyof OutboxEntry | 'isHeld'>) {
    this.put(draft)
  }

  /** What is pending in a conversation. */
  of(conversation: string) {
    return this.entries.filter((entry) => entry.conversation === conversation && !entry.isHeld)
  }

  /** Removes entries that the server has confirmed. */
  arrived(ids: string[]) {
    const known = this.entries.filter(({ id }) => ids.includes(id))
    if (known.length) this.remove(...known.map(({ id }) => id))
  }

  /** The replies to a conversation that the server has held, joined into one; null for none. */
  heldIn(conversation: string): HeldReply | null {
    const held = this.entries.filter((entry) => entry.conversation === conversation && entry.isHeld)
    if (held.length === 0) return null
    return {
      ids: held.map(({ id }) => id),
      content: held.flatMap(({ content }) => content || []).join('\n'),
      files: held.flatMap(({ files = [] }) => files),
      seenSeq: Math.min(...held.map(({ seenSeq }) => seenSeq ?? 0)),
    }
  }

  protected async send(reply: PendingReply) {
    const { id, conversation, content, internal, seenSeq, files } = reply
    const attachments = files?.length ? files.map((file) => file.id) : undefined
    const body = { content, attachments, internal, client_message_id: id, seen_seq: seenSeq }
    try {
      const url = pageUrl(`/${conversation}/messages`)
      const { html } = await this.api.post<FragmentJson>(url, body)
      this.#each((listener) => listener.onStored?.(conversation, html))
    } catch (error) {
      if (!(error instanceof RequestError) || error.code !== 'E_CHAT_STALE') throw error
      this.#hold(conversation)
      return 'held' as const
    }
  }

  protected changed() {
    if (!this.#isHolding) this.#each((listener) => listener.onChange?.())
  }

  protected laneOf({ conversation }: PendingReply) {
    return conversation
  }

  protected isWaiting(entry: PendingReply) {
    return super.isWaiting(entry) && !entry.isHeld
  }

  /** After a log-out, sending continues after the next log-in, on any page. */
  protected verdict(error: unknown): Verdict {
    return isSessionOver(error) ? 'wait' : super.verdict(error)
  }

  protected revive(stored: Partial<PendingReply>) {
    const { conversation, content } = stored
    const isWhole = typeof conversation === 'string' && typeof content === 'string'
    return isWhole ? (stored as PendingReply) : null
  }

  /** All replies to a conversation that has moved on are held together. */
  #hold(conversation: string) {
    this.#isHolding = true
    for (const entry of this.of(conversation)) {
      if (!entry.internal && this.isWaiting(entry)) this.update(entry.id, { isHeld: true })
    }
    this.#isHolding = false
    this.#each((listener) => listener.onHeld?.(conversation))
    this.changed()
  }

  #each(call: (listener: ReplyListener) => void) {
    for (const listener of this.#listeners) {
      try {
        call(listener)
      } catch (error) {
        // What cannot be shown is stored nevertheless
        reportError(error)
      }
    }
  }
}
