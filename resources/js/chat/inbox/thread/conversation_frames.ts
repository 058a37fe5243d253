import type { LiveFrame } from '../../shared/live_connection.js'
import { drawMessage } from '../drawing/message.js'
import { ViewerClock } from '../drawing/viewer_clock.js'
import {
  isPlain,
  messageOf,
  type ConversationFrame,
  type FrameConversation,
  type FrameMessage,
} from '../frames.js'
import type { Page } from '../page.js'
import type { PaneRefresh } from '../pane_refresh.js'
import type { Presence } from './presence.js'
import type { ThreadSync } from './thread_sync.js'
import type { ThreadView } from './thread_view.js'
import type { Viewing } from './viewing.js'

/** The parts of the open conversation that frames change. */
interface Parts {
  view: ThreadView
  sync: ThreadSync
  presence: Presence
  viewing: Viewing
  refresh: PaneRefresh
}

/** Brings frames of the stream into the open conversation; asks the server for what a frame does not carry. */
export class ConversationFrames {
  readonly #clock: ViewerClock

  constructor(
    private page: Page,
    private parts: Parts
  ) {
    this.#clock = new ViewerClock(page.root)
  }

  take(frame: LiveFrame) {
    const { event, conversation } = frame as ConversationFrame
    if (event === 'chat.message.sent') this.#messageSent(frame as ConversationFrame)
    if (event === 'chat.conversation.updated') this.#updated(conversation)
    if (event === 'chat.read' && frame.by === 'visitor') this.parts.view.seen(Number(frame.seq))
    if (event === 'chat.typing') this.#typing(frame)
    if (event === 'chat.viewing') this.#viewed(frame)
    if (event === 'chat.planned') this.parts.refresh.soon()
  }

  #updated(conversation: FrameConversation) {
    const { refresh, viewing, sync } = this.parts
    refresh.compare(conversation)
    viewing.assignedToMe(conversation.agent_id === this.page.agentId)
    if (conversation.last_seq > sync.knownSeq) sync.look()
  }

  #messageSent(frame: ConversationFrame) {
    const { presence, refresh, sync } = this.parts
    const message = messageOf(frame)
    if (message?.sender_type === 'visitor') presence.typing('visitor', '', false)
    if (message?.sender_type === 'agent') presence.typing(`${message.sender_id}`, '', false)
    if (message?.type === 'event') refresh.soon()
    else refresh.compare(frame.conversation)
    if (message && !this.#draw(message) && message.seq > sync.knownSeq) sync.look()
  }

  /** Returns whether the message could be shown as the frame contains it. */
  #draw(message: FrameMessage) {
    const clock = this.#clock
    if (!isPlain(message) || !clock.isToday(message.created_at)) return false
    const { root, agentId } = this.page
    const { sync, view } = this.parts
    return sync.takeNext(message.seq, () =>
      view.mergeDays([drawMessage(message, { root, agentId, clock })])
    )
  }

  #typing({ by, agent_id: agentId, name, typing }: LiveFrame) {
    if (agentId === this.page.agentId) return
    const who = by === 'visitor' ? 'visitor' : String(agentId)
    this.parts.presence.typing(who, String(name), Boolean(typing))
  }

  #viewed({ agent_id: agentId, name, viewing }: LiveFrame) {
    if (agentId === this.page.agentId) return
    const isNew = this.parts.presence.viewing(String(agentId), String(name), Boolean(viewing))
    // Viewers already present are shown immediately
    if (isNew && !document.hidden) this.parts.viewing.say(true)
  }
}
