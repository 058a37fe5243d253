import type { LiveFrame } from '../shared/live_connection.js'
import type { Page } from './page.js'
import type { Outbox, Stale } from './composer/outbox.js'
import { PendingView } from './composer/pending_view.js'
import { part } from './dom.js'
import { PaneRefresh } from './pane_refresh.js'
import { Presence } from './thread/presence.js'
import { ReadMark } from './thread/read_mark.js'
import { ThreadSync } from './thread/thread_sync.js'
import { ThreadView } from './thread/thread_view.js'
import { Viewing } from './thread/viewing.js'
import { messageOf, type ConversationFrame } from './frames.js'

/** The conversation on the screen: keeps every part of its pane true for as long as it is open. */
export class OpenConversation {
  readonly id: string
  readonly url: string
  readonly #view: ThreadView
  readonly #sync: ThreadSync
  readonly #presence: Presence
  readonly #viewing: Viewing
  readonly #pending: PendingView
  readonly #readMark?: ReadMark
  readonly #refresh: PaneRefresh
  readonly #listeners = new AbortController()

  constructor(
    private page: Page,
    outbox: Outbox,
    pane: HTMLElement,
    onNewest: () => void
  ) {
    this.id = pane.dataset.pane!
    this.url = `/chat/${this.id}`
    const thread = pane.querySelector<HTMLElement>('[data-thread]')!
    this.#view = new ThreadView(thread, {
      onEnd: () => this.#readMark?.consider(),
      onTop: () => void this.#sync.older(),
      onBottom: () => void this.#sync.newer(),
      onNewest,
      onMerged: (clientIds) => {
        outbox.arrived(clientIds)
        this.#readMark?.consider()
      },
    })
    this.#sync = new ThreadSync(page.api, this.#view, this.url, Number(thread.dataset.lastSeq))
    const collision = () => pane.querySelector<HTMLElement>('[data-part="collision"]')
    this.#presence = new Presence(part(thread, 'presence'), collision)
    this.#viewing = new Viewing(page.api, this.url)
    this.#pending = new PendingView(thread, outbox, this.id)
    this.#refresh = new PaneRefresh(page, pane)
    if (page.canReply) this.#readMark = this.#markReads(thread)
    this.showPending()
  }

  get visitor() {
    return this.#refresh.visitor
  }

  dispose() {
    this.#listeners.abort()
    this.#sync.stop()
    this.#presence.dispose()
    this.#viewing.dispose()
    this.#readMark?.dispose()
    this.#view.scroller.dispose()
  }

  async catchUp() {
    await Promise.all([this.#sync.catchUp(), this.#refresh.now()])
    this.#readMark?.consider()
  }

  /** The head, the composer or the visitor's card may say something that is not true any more. */
  stale() {
    this.#refresh.soon()
  }

  /** Up to here the agent has everything on the screen, or had it in reach when the thread was opened. */
  get seenSeq() {
    return this.#view.hasNewer ? this.#view.newestSeq : this.#sync.knownSeq
  }

  /** Others wrote first: what they wrote is shown, and the reply is the agent's to send again. */
  missed({ html, lastSeq, hasMore, content }: Stale) {
    if (!this.#view.hasNewer) this.#view.merge(html)
    if (hasMore) this.#sync.look()
    else if (!this.#view.hasNewer) this.#sync.knownSeq = Math.max(this.#sync.knownSeq, lastSeq)
    this.toEnd()
    const form = this.page.root.querySelector('.chat-composer')
    form?.dispatchEvent(new CustomEvent('chat:stale', { detail: { content } }))
  }

  /** A message of the agent's own has been stored. */
  stored(html: string) {
    if (!this.#view.hasNewer) this.#view.merge(html)
    this.#sync.look()
  }

  showPending() {
    this.#view.scroller.keep(() => this.#pending.show())
  }

  toEnd() {
    this.#view.scroller.toEnd()
  }

  take(frame: LiveFrame) {
    const { event, conversation } = frame as ConversationFrame
    if (conversation?.external_id !== this.id) return
    if (event === 'chat.message.sent') this.#messageSent(frame as ConversationFrame)
    if (event === 'chat.conversation.updated') this.#refresh.compare(conversation)
    if (event === 'chat.read' && frame.by === 'visitor') this.#view.seen(Number(frame.seq))
    if (event === 'chat.typing') this.#typing(frame)
    if (event === 'chat.viewing') this.#viewed(frame)
  }

  #messageSent(frame: ConversationFrame) {
    const message = messageOf(frame)
    if (message?.sender_type === 'visitor') this.#presence.typing('visitor', '', false)
    if (message?.sender_type === 'agent') this.#presence.typing(`${message.sender_id}`, '', false)
    if (message?.type === 'event') this.#refresh.soon()
    else this.#refresh.compare(frame.conversation)
    this.#sync.look()
  }

  #typing({ by, agent_id: agentId, name, typing }: LiveFrame) {
    if (agentId === this.page.agentId) return
    const who = by === 'visitor' ? 'visitor' : String(agentId)
    this.#presence.typing(who, String(name), Boolean(typing))
  }

  #viewed({ agent_id: agentId, name, viewing }: LiveFrame) {
    if (agentId === this.page.agentId) return
    const isNew = this.#presence.viewing(String(agentId), String(name), Boolean(viewing))
    // Whoever comes in learns at once who is there already
    if (isNew && !document.hidden) this.#viewing.say(true)
  }

  #markReads(thread: HTMLElement) {
    const marked = Number(thread.dataset.agentRead)
    const mark = new ReadMark(
      this.page.api,
      this.#view,
      this.url,
      marked,
      () => this.#sync.knownSeq
    )
    const { signal } = this.#listeners
    document.addEventListener('visibilitychange', () => mark.consider(), { signal })
    mark.consider()
    return mark
  }
}
