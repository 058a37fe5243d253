import type { Changed, LiveFrame } from '../shared/live_connection.js'
import type { Page } from './page.js'
import { HeldReplies } from './composer/held_replies.js'
import { PendingView } from './composer/pending_view.js'
import { fragment, part } from './dom.js'
import { PaneRefresh } from './pane_refresh.js'
import { ConversationFrames } from './thread/conversation_frames.js'
import { Presence } from './thread/presence.js'
import { ReadMark } from './thread/read_mark.js'
import { SeenMark } from './thread/seen_mark.js'
import { ThreadSync } from './thread/thread_sync.js'
import { ThreadView } from './thread/thread_view.js'
import { Viewing } from './thread/viewing.js'
import type { ConversationFrame } from './frames.js'
import { pageUrl } from '../shared/page_url.js'

/** The open conversation: keeps every part of its pane up to date. */
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
  readonly #held: HeldReplies
  readonly #frames: ConversationFrames
  /** True while the conversation is reopened at its end. */
  #isLeaving = false

  constructor(
    private page: Page,
    private pane: HTMLElement,
    /** Reopens the conversation at its end, which may fail. */
    onNewest: () => Promise<void>,
    /** How far the agent had seen the thread, when the pane is only redrawn. */
    seenSeq?: number
  ) {
    const { replies } = page
    this.id = pane.dataset.pane!
    this.url = pageUrl(`/${this.id}`)
    const thread = pane.querySelector<HTMLElement>('[data-thread]')!
    this.#view = new ThreadView(thread, {
      onEnd: () => {
        this.#readMark?.consider()
        this.#seen.consider()
      },
      onTop: () => void this.#sync.older(),
      onBottom: () => void this.#sync.newer(),
      onNewest: () => {
        this.#isLeaving = true
        void onNewest().finally(() => {
          this.#isLeaving = false
          this.takeHeld(true)
        })
      },
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
    this.#held = new HeldReplies(page.replies, pane, this.#view, this.#sync, this.#seen)
    this.#frames = new ConversationFrames(page, {
      view: this.#view,
      sync: this.#sync,
      presence: this.#presence,
      viewing: this.#viewing,
      refresh: this.#refresh,
    })
    this.#followSeen()
    this.showPending()
    // Alpine starts the composer after its pane
    setTimeout(() => this.takeHeld())
  }

  /** The conversation's title for use outside of the pane. */
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

  /** Fetches what was missed: everything, or nothing unless this conversation is among `missed` with a newer message. */
  async catchUp(missed?: Changed) {
    if (missed && !this.#isBehind(missed)) return
    await this.#sync.catchUp()
    this.#readMark?.consider()
    if (missed) this.#refresh.soon()
  }

  #isBehind(changed: Changed) {
    return changed.some(([id, seq]) => id === this.id && seq > this.#sync.knownSeq)
  }

  /** Refreshes the head, the composer and the visitor's card. */
  refresh() {
    return this.#refresh.now()
  }

  /** The conversation has reached this `seq`, whether or not a frame has arrived. */
  hasChanged(seq: number) {
    if (seq <= this.#sync.knownSeq || this.#view.hasNewer) return
    this.#sync.look()
    this.#refresh.soon()
  }

  /** Refreshes the head, the composer and the visitor's card soon: they may be outdated. */
  stale() {
    this.#refresh.soon()
  }

  /** The `seq` up to which the agent has seen the thread. */
  get seenSeq() {
    return this.#seen.seq
  }

  /** Returns overtaken replies to the composer; `isHere`: the end of the thread has just been loaded. */
  takeHeld(isHere = false) {
    if (!this.#isLeaving) this.#held.giveBack(isHere)
  }

  /** The server has stored a reply of this agent. */
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
    const { conversation } = frame as ConversationFrame
    if (conversation?.uuid !== this.id) return
    this.#frames.take(frame)
    this.#readMark?.known(conversation.agent_read_seq)
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
