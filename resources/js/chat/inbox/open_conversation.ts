import type { LiveFrame } from '../shared/live_connection.js'
import type { Page } from './page.js'
import { PendingView } from './composer/pending_view.js'
import { fragment, part } from './dom.js'
import { PaneRefresh } from './pane_refresh.js'
import { Presence } from './thread/presence.js'
import { ReadMark } from './thread/read_mark.js'
import { SeenMark } from './thread/seen_mark.js'
import { ThreadSync } from './thread/thread_sync.js'
import { ThreadView } from './thread/thread_view.js'
import { Viewing } from './thread/viewing.js'
import { drawMessage } from './drawing/message.js'
import { ViewerClock } from './drawing/viewer_clock.js'
import {
  isPlain,
  messageOf,
  type ConversationFrame,
  type FrameConversation,
  type FrameMessage,
} from './frames.js'

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
  readonly #seen: SeenMark
  readonly #refresh: PaneRefresh
  readonly #listeners = new AbortController()
  readonly #clock: ViewerClock

  constructor(
    private page: Page,
    private pane: HTMLElement,
    onNewest: () => void,
    /** How far the agent had taken it in, where its pane is only drawn anew. */
    seenSeq?: number
  ) {
    const { replies } = page
    this.#clock = new ViewerClock(page.root)
    this.id = pane.dataset.pane!
    this.url = `/chat/${this.id}`
    const thread = pane.querySelector<HTMLElement>('[data-thread]')!
    this.#view = new ThreadView(thread, {
      onEnd: () => {
        this.#readMark?.consider()
        this.#seen.consider()
      },
      onTop: () => void this.#sync.older(),
      onBottom: () => void this.#sync.newer(),
      onNewest,
      onMerged: (clientIds) => {
        replies.arrived(clientIds)
        this.#readMark?.consider()
        this.#seen.consider()
      },
    })
    this.#sync = new ThreadSync(page.api, this.#view, this.url, Number(thread.dataset.lastSeq))
    const collision = () => pane.querySelector<HTMLElement>('[data-part="collision"]')
    this.#presence = new Presence(part(thread, 'presence'), collision)
    this.#viewing = new Viewing(page.api, this.url)
    this.#pending = new PendingView(thread, replies, this.id)
    this.#refresh = new PaneRefresh(page, pane)
    if (page.canReply) this.#readMark = this.#markReads(thread)
    const opened = this.#view.hasNewer ? this.#view.newestSeq : this.#sync.knownSeq
    this.#seen = new SeenMark(this.#view, () => this.#sync.knownSeq, seenSeq ?? opened)
    this.#followSeen()
    this.showPending()
    // The composer is brought to life after its pane
    setTimeout(() => this.takeHeld())
  }

  /** How the conversation is called, where it is not on the screen. */
  get title() {
    return this.pane.dataset.title!
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
    await this.#sync.catchUp()
    this.#readMark?.consider()
  }

  /** Brings the head, the composer and the visitor's card in line. */
  refresh() {
    return this.#refresh.now()
  }

  /** The conversation has got this far, whatever has been told of it. */
  hasChanged(seq: number) {
    if (seq <= this.#sync.knownSeq || this.#view.hasNewer) return
    this.#sync.look()
    this.#refresh.soon()
  }

  /** The head, the composer or the visitor's card may say something that is not true any more. */
  stale() {
    this.#refresh.soon()
  }

  /** Up to here the agent has taken the thread in. */
  get seenSeq() {
    return this.#seen.seq
  }

  /** Replies that were overtaken are the agent's to send again, and what they have missed is shown. */
  takeHeld() {
    const composer = this.pane.querySelector('.chat-composer')
    const held = this.page.replies.heldIn(this.id)
    if (!held || !composer?.isConnected) return
    const { ids, content, seenSeq } = held
    const say = (event: string, detail: object) =>
      composer.dispatchEvent(new CustomEvent(event, { detail }))
    const givenBack = { content, isKept: false }
    say('chat:held', givenBack)
    if (!givenBack.isKept) return
    this.page.replies.remove(...ids)
    // Not before it can be read
    const tell = () => {
      this.#seen.told()
      say('chat:missed', { names: this.#view.markMissed(seenSeq) })
    }
    this.toEnd()
    void this.#sync.catchUp().then(tell, () => {})
  }

  /** A message of the agent's own has been stored. */
  stored(html: string) {
    this.#view.markMissed(Infinity)
    if (this.#view.hasNewer) return
    const days = [...fragment(html).querySelectorAll<HTMLElement>('[data-day]')]
    const seqs = days.flatMap(seqsIn)
    const isNext = seqs.every((seq, index) => seq <= this.#sync.knownSeq + index + 1)
    this.#view.mergeDays(days)
    if (isNext) this.#sync.knownSeq = Math.max(this.#sync.knownSeq, ...seqs)
    else this.#sync.look()
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
    if (event === 'chat.conversation.updated') this.#updated(conversation)
    this.#readMark?.known(conversation.agent_read_seq)
    if (event === 'chat.read' && frame.by === 'visitor') this.#view.seen(Number(frame.seq))
    if (event === 'chat.typing') this.#typing(frame)
    if (event === 'chat.viewing') this.#viewed(frame)
  }

  #updated(conversation: FrameConversation) {
    this.#refresh.compare(conversation)
    this.#viewing.assignedToMe(conversation.agent_id === this.page.agentId)
    if (conversation.last_seq > this.#sync.knownSeq) this.#sync.look()
  }

  #messageSent(frame: ConversationFrame) {
    const message = messageOf(frame)
    if (message?.sender_type === 'visitor') this.#presence.typing('visitor', '', false)
    if (message?.sender_type === 'agent') this.#presence.typing(`${message.sender_id}`, '', false)
    if (message?.type === 'event') this.#refresh.soon()
    else this.#refresh.compare(frame.conversation)
    if (message && !this.#draw(message) && message.seq > this.#sync.knownSeq) this.#sync.look()
  }

  /** Answers whether the message could be shown as the frame has it. */
  #draw(message: FrameMessage) {
    const clock = this.#clock
    if (!isPlain(message) || !clock.isToday(message.created_at)) return false
    const { root, agentId } = this.page
    return this.#sync.takeNext(message.seq, () =>
      this.#view.mergeDays([drawMessage(message, { root, agentId, clock })])
    )
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

  /** The mark depends on whether the end is on the screen, and on when the agent begins to write. */
  #followSeen() {
    const { signal } = this.#listeners
    document.addEventListener('visibilitychange', () => this.#seen.consider(), { signal })
    this.pane.addEventListener('chat:begun', () => this.#seen.begun(), { signal })
    this.#seen.consider()
  }

  #markReads(thread: HTMLElement) {
    const marked = Number(thread.dataset.agentRead)
    const mark = new ReadMark(
      this.page.api,
      this.#view,
      this.url,
      marked,
      () => this.#sync.knownSeq,
      () => this.#refresh.isMine
    )
    const { signal } = this.#listeners
    document.addEventListener('visibilitychange', () => mark.consider(), { signal })
    mark.consider()
    return mark
  }
}

const seqsIn = (day: HTMLElement) =>
  [...day.querySelectorAll<HTMLElement>('[data-seq]')].map(({ dataset }) => Number(dataset.seq))
