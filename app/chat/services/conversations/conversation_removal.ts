import type { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { CrmHost } from '#chat/contracts/crm_host'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import { ConversationNotFound } from '#chat/exceptions/chat_errors'
import type { RemovedFiles } from '#chat/services/attachments/removed_files'
import type { AgentLoads } from '#chat/services/team/agent_loads'
import type { Ratings } from '#chat/services/conversations/ratings'
import { recordOf, type AuditLog } from '#chat/services/audit/audit_log'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { forgetPlanned } from '#chat/services/conversations/planned_replies'
import type { RemovedConversations } from '#chat/services/conversations/removed_conversations'
import { forgetMails } from '#chat/services/mail/forget_mails'
import { forgetNotifications } from '#chat/services/notifications/forget_notifications'
import { hasEndedBefore } from '#chat/services/privacy/expired_conversations'
import { houseText } from '#chat/texts/text'
import { lockRow, lockRowWhere } from '#chat/support/row_lock'
import { chatUrl } from '#chat/support/chat_url'

/** What the caller does in the transaction that deletes a conversation. */
type Also = (trx: TransactionClientContract) => Promise<void>

interface Parts {
  host: CrmHost
  writer: ConversationWriter
  loads: AgentLoads
  ratings: Ratings
  audit: AuditLog
  files: Pick<RemovedFiles, 'remove'>
  removed: Pick<RemovedConversations, 'remove'>
}

/** Deletes conversations permanently. */
export class ConversationRemoval {
  constructor(protected parts: Parts) {}

  /**
   * Deletes a conversation with all its messages. Because the thread is deleted too, the user who did it is recorded
   * on the timeline of its person or lead (A5). Its agent's capacity is released, and its rating leaves the totals.
   *
   * @throws ConversationNotFound when another request has deleted it first
   */
  async remove(conversation: Conversation, by: Agent, also?: Also): Promise<void> {
    await this.#delete(by, async (trx) => {
      const { locked, visitor } = await this.#lock(conversation, trx)
      if (!locked) throw new ConversationNotFound()
      await also?.(trx)
      await this.parts.ratings.withdraw(locked, trx)
      await this.#deleteAbout(locked, trx)
      await this.#recordTimeline(locked, visitor, by.userId, trx)
      const record = recordOf(locked, locked.displayNumber, 'conversation.deleted', by.userId)
      await this.parts.audit.record(record, trx)
      return locked
    })
  }

  /**
   * Deletes a conversation that had ended before a time, if it still has, and returns whether it did. Its visitor goes
   * after it, unless they are needed. Its rating stays in the totals, and the caller records how many there were.
   */
  async expire(conversation: Conversation, before: DateTime, also: Also): Promise<boolean> {
    return this.#delete(
      null,
      async (trx) => {
        const { locked, visitor } = await this.#lock(conversation, trx)
        if (!locked || !hasEndedBefore(locked, before)) return null
        await also(trx)
        await this.#deleteAbout(locked, trx)
        await this.#recordTimeline(locked, visitor, null, trx)
        return locked
      },
      before
    )
  }

  #delete(
    by: Agent | null,
    work: Parameters<ConversationWriter['remove']>[1],
    idleSince: DateTime | null = null
  ) {
    const end = (locked: Conversation, trx: TransactionClientContract) =>
      this.parts.removed.remove(locked, idleSince, trx)
    return this.parts.writer.remove(by, work, end)
  }

  async #lock(conversation: Conversation, trx: TransactionClientContract) {
    const visitor = await lockRow(Visitor, conversation.visitorId, trx)
    const { tenantId, externalId } = conversation
    const key = { tenant_id: tenantId, external_id: externalId }
    // Locked by the same key as everywhere else: through another index MariaDB would report a deadlock
    return { locked: await lockRowWhere(Conversation, key, trx), visitor }
  }

  async #deleteAbout(locked: Conversation, trx: TransactionClientContract) {
    await this.parts.loads.releaseCapacity(locked, trx)
    await Conversation.query({ client: trx })
      .where({ visitor_id: locked.visitorId, previous_id: locked.externalId })
      .update({ previous_id: null })
    await this.parts.files.remove(locked, trx)
    await forgetMails(locked, trx)
    await forgetPlanned([locked.id], trx)
    await forgetNotifications(locked, trx)
  }

  async #recordTimeline(
    locked: Conversation,
    visitor: Visitor,
    actorId: string | null,
    trx: TransactionClientContract
  ) {
    if (!visitor.personId && !locked.leadId) return
    const entry = this.#entry(locked, visitor, actorId)
    await this.parts.host.recordTimeline(locked.tenantId, entry, trx)
  }

  #entry(conversation: Conversation, visitor: Visitor, actorId: string | null) {
    return {
      key: `chat.deleted:${conversation.externalId}`,
      personId: visitor.personId,
      leadId: conversation.leadId,
      actorId,
      event: 'chat.deleted' as const,
      title: houseText('crm_records.deleted', { number: conversation.displayNumber }),
      description: null,
      url: chatUrl('chat.inbox.index'),
      occurredAt: new Date(),
    }
  }
}
