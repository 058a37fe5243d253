import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { toSqlUtc } from '#chat/models/columns'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { lockRow } from '#chat/support/row_lock'
import { emitAfterCommit } from '#chat/support/emit_after_commit'

/**
 * How far each side has read (C11). A mark only moves forward, and always names a line that the visitor may see: both
 * marks are in the visitor's view, and one on a note would reveal that the note exists.
 */
export class ReadMarks {
  constructor(
    protected writer: ConversationWriter,
    protected emitter: EmitterLike<EventsList>
  ) {}

  /** Marks the agents' messages up to `seq` as read by the visitor. */
  byVisitor(conversation: Conversation, seq: number): Promise<void> {
    return this.#mark(conversation, 'visitor', seq)
  }

  /** Marks the visitor's messages up to `seq` as read by an agent. */
  byAgent(conversation: Conversation, seq: number): Promise<void> {
    return this.#mark(conversation, 'agent', seq)
  }

  async #mark(conversation: Conversation, reader: 'visitor' | 'agent', seq: number) {
    const known = reader === 'visitor' ? conversation.visitorReadSeq : conversation.agentReadSeq
    if (seq <= known) return

    const marked = await this.writer.write(async (trx) => {
      const locked = await lockRow(Conversation, conversation.id, trx)
      const upTo = await this.#newestPublic(locked, seq, trx)
      const from = reader === 'visitor' ? locked.visitorReadSeq : locked.agentReadSeq
      if (upTo <= from) return null
      const [count] = await this.#unreadOf(locked, reader, trx)
        .whereBetween('seq', [from + 1, upTo])
        .update({ read_at: toSqlUtc(DateTime.utc()) })
      const isAllRead = seq >= locked.lastSeq
      const left = isAllRead ? 0 : await this.#countUnread(locked, reader, upTo, trx)

      if (reader === 'visitor') {
        locked.visitorReadSeq = upTo
        locked.visitorUnreadCount = left
        if (left === 0) {
          locked.mailDueAt = null
          locked.pushDueAt = null
        }
      } else {
        locked.agentReadSeq = upTo
        locked.agentUnreadCount = left
      }
      return { conversation: locked, messages: [], upTo, count }
    })
    if (!marked) return
    emitAfterCommit(this.emitter, 'chat.conversation.read', {
      conversation: marked.conversation,
      by: reader,
      seq: marked.upTo,
      count: Number(marked.count),
    })
  }

  /** The `seq` of the last public line up to `seq`; 0 when there is none. */
  async #newestPublic(conversation: Conversation, seq: number, trx: TransactionClientContract) {
    const line = await Message.query({ client: trx })
      .where({ conversation_id: conversation.id, visibility: 'public' })
      .where('seq', '<=', seq)
      .orderBy('seq', 'desc')
      .select('seq')
      .first()
    return line?.seq ?? 0
  }

  /** The other side's public messages that are unread. */
  #unreadOf(
    conversation: Conversation,
    reader: 'visitor' | 'agent',
    trx: TransactionClientContract
  ) {
    const query = Message.query({ client: trx })
      .where({ conversation_id: conversation.id, visibility: 'public' })
      .whereIn('type', ['text', 'file'])
      .whereNull('read_at')
    return reader === 'visitor'
      ? query.whereNot('sender_type', 'visitor')
      : query.where('sender_type', 'visitor')
  }

  async #countUnread(
    conversation: Conversation,
    reader: 'visitor' | 'agent',
    after: number,
    trx: TransactionClientContract
  ) {
    const [row] = await this.#unreadOf(conversation, reader, trx)
      .where('seq', '>', after)
      .count('* as total')
      .pojo<{ total: number }>()
    return Number(row.total)
  }
}
