import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { CrmHost } from '#chat/contracts/crm_host'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import { toSqlUtc } from '#chat/models/columns'
import Notification from '#chat/models/notification'
import { clearDue, dueConversations } from '#chat/services/due_actions/due_conversations'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import { type Looks } from '#chat/services/notifications/looks'
import type { Mutes } from '#chat/services/notifications/mutes'
import { NoticeAudience, type Notice } from '#chat/services/notifications/notice_audience'
import type { NoticePreferences } from '#chat/services/notifications/notice_preferences'
import type { NoticeRows } from '#chat/services/notifications/notice_rows'
import { NOTICE, type NoticePayload } from '#chat/services/notifications/schedule_notice'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { lockFreeRows } from '#chat/support/row_lock'

const KEPT = { days: 30 }
const PRUNE_EVERY = { hours: 1 }

interface Parts {
  db: QueryClientContract
  emitter: EmitterLike<EventsList>
  host: Pick<CrmHost, 'isModuleEnabled'>
  looks: Looks
  mutes: Mutes
  preferences: NoticePreferences
  rows: NoticeRows
}

/**
 * Raises notifications (N2, N3). A visitor's message sets a time in its conversation, which costs it no statement; an
 * assignment and the end of a snooze schedule a row. Whether there is anything to raise is decided here, a moment
 * later.
 */
export class Notices implements DueKind {
  readonly name = NOTICE
  #prunedAt: DateTime = DateTime.utc()

  constructor(protected parts: Parts) {}

  /** Turns the messages of up to `most` conversations into notifications of their agents. */
  async gather(now: DateTime, most: number): Promise<number> {
    await this.#prune(now)
    const due = await dueConversations('notify_at', now, most)
    if (due.length === 0) return 0
    const pairs = due.flatMap((conversation) =>
      conversation.agentId ? [{ agentId: conversation.agentId, conversation }] : []
    )
    const audience = await NoticeAudience.of(pairs, now, this.parts)
    const tenants = await this.#enabled(due)
    const ids = due.map(({ id }) => id)
    const result = await this.parts.db.transaction(async (trx) => {
      const locked = await lockFreeRows(Conversation, ids, trx)
      const isHandled = ({ notifyAt, agentId }: Conversation) =>
        notifyAt && notifyAt <= now && (agentId === null || audience.knows(agentId))
      const ready = locked.filter(isHandled)
      if (ready.length === 0) return { changed: [], handled: 0 }
      const calling = ready.filter((each) => tenants.has(each.tenantId) && isWaiting(each))
      const notices = calling.map(messageNotice)
      const changed = await this.parts.rows.raise(notices, audience, now, trx)
      await clearDue('notify_at', ready, trx)
      return { changed, handled: ready.length }
    })
    this.#emit(result.changed, audience)
    return result.handled
  }

  /** Raises what was scheduled; twice for the same row, after a crash, is one notification. */
  async run({ conversationId, payload }: DueAction, now: DateTime): Promise<void> {
    const { agentId, kind, ...about } = payload as unknown as NoticePayload
    const conversation = await Conversation.find(conversationId)
    if (!conversation || conversation.folder !== 'open') return
    if (kind === 'assigned' && conversation.agentId !== agentId) return
    const notice: Notice = { kind, agentId, conversation, ...about }
    const audience = await NoticeAudience.of([notice], now, this.parts)
    if (!audience.knows(agentId)) return
    const changed = await this.parts.db.transaction((trx) =>
      this.parts.rows.raise([notice], audience, now, trx)
    )
    this.#emit(changed, audience)
  }

  #emit(agentIds: Iterable<number>, audience: NoticeAudience) {
    for (const id of agentIds) {
      const agent = audience.agent(id)!
      emitAfterCommit(this.parts.emitter, 'chat.notifications.changed', { agent })
    }
  }

  async #enabled(conversations: Conversation[]): Promise<Set<string>> {
    const tenants = [...new Set(conversations.map(({ tenantId }) => tenantId))]
    const on = await Promise.all(tenants.map((each) => this.parts.host.isModuleEnabled(each)))
    return new Set(tenants.filter((_, index) => on[index]))
  }

  /** Old notifications go, read or not. */
  async #prune(now: DateTime) {
    if (now < this.#prunedAt.plus(PRUNE_EVERY)) return
    this.#prunedAt = now
    await Notification.query()
      .where('occurred_at', '<', toSqlUtc(now.minus(KEPT)))
      .delete()
  }
}

/** Whether a visitor's message waits for the agent: a bot's affairs are not theirs. */
const isWaiting = ({ agentId, folder, handlerType, agentUnreadCount }: Conversation) =>
  agentId !== null && folder === 'open' && handlerType === 'agent' && agentUnreadCount > 0

const messageNotice = (conversation: Conversation): Notice => ({
  kind: 'message',
  agentId: conversation.agentId!,
  conversation,
  seq: conversation.lastSeq,
  byAgentId: null,
  messageId: null,
})
