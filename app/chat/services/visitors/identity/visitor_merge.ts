import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Conversation from '#chat/models/conversation'
import DirectLink from '#chat/models/direct_link'
import Message from '#chat/models/message'
import PageView from '#chat/models/page_view'
import Visitor from '#chat/models/visitor'
import { conversationsOf } from '#chat/services/conversations/conversations_of'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { isOpen } from '#chat/services/conversations/status_rules'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import { latestOf } from '#chat/services/conversations/visitor_conversations'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { lockRow } from '#chat/support/row_lock'
import { houseText } from '#chat/texts/text'

/**
 * Gives a verified visitor the conversations that they began unverified in the same browser (V6). An open one stays where
 * it is when the visitor has another open one, or a newer one: a visitor has one open conversation, and it is the newest.
 */
export class VisitorMerge {
  constructor(
    protected writer: ConversationWriter,
    protected emitter: EmitterLike<EventsList>
  ) {}

  /** Moves conversations and pages `from` an unverified visitor `to` the verified one. */
  async merge(from: Visitor, to: Visitor): Promise<void> {
    const theirs = await conversationsOf(from.id).orderBy('id')
    for (const { id } of theirs) await this.#move(id, from, to)
    await PageView.query().where('visitor_id', from.id).update({ visitor_id: to.id })
    // Rows of the inbox ask for the visitor's name again
    if (theirs.length) emitAfterCommit(this.emitter, 'chat.visitor.updated', { visitor: from })
  }

  #move(id: number, from: Visitor, to: Visitor) {
    return this.writer.write(async (trx) => {
      for (const visitorId of [from.id, to.id].sort((one, other) => one - other)) {
        await lockRow(Visitor, visitorId, trx)
      }
      const conversation = await lockRow(Conversation, id, trx)
      const isTheirs = conversation.visitorId === from.id
      if (!isTheirs || (await isInTheWay(conversation, to, trx))) return null

      conversation.visitorId = to.id
      conversation.getsPushes ||= to.getsPushes
      if (conversation.openKey !== null) conversation.openKey = to.id
      if (conversation.lastMessageSenderType === 'visitor') conversation.lastMessageSenderId = to.id
      await Message.query({ client: trx })
        .where({ conversation_id: id, sender_type: 'visitor', sender_id: from.id })
        .update({ sender_id: to.id })
      await DirectLink.query({ client: trx })
        .where('conversation_id', id)
        .update({ visitor_id: to.id })
      const line = houseText('system_lines.merged', { visitor: to.displayName })
      return { conversation, messages: [await addSystemLine(conversation, 'merged', line, trx)] }
    })
  }
}

/** Whether the visitor would have two open conversations, or an open one that is not the newest. */
async function isInTheWay(conversation: Conversation, to: Visitor, trx: TransactionClientContract) {
  const newest = await latestOf(to, trx)
  if (!newest) return false
  if (isOpen(conversation.status)) return isOpen(newest.status) || newest.id > conversation.id
  return isOpen(newest.status) && newest.id < conversation.id
}
