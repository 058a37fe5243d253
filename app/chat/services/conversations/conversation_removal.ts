import type { CrmHost } from '#chat/contracts/crm_host'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import { ConversationNotFound } from '#chat/exceptions/chat_errors'
import type { AgentLoads } from '#chat/services/team/agent_loads'
import type { Ratings } from '#chat/services/conversations/ratings'
import type { AuditLog } from '#chat/services/audit/audit_log'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { forgetMails } from '#chat/services/mail/forget_mails'
import { text } from '#chat/texts/text'
import { lockRow, lockRowWhere } from '#chat/support/row_lock'
import { chatUrl } from '#chat/support/chat_url'

/** Deletes conversations permanently. */
export class ConversationRemoval {
  constructor(
    protected host: CrmHost,
    protected writer: ConversationWriter,
    protected loads: AgentLoads,
    protected ratings: Ratings,
    protected audit: AuditLog
  ) {}

  /**
   * Deletes a conversation with all its messages. Because the thread is deleted too, the user who did it is recorded
   * on the timeline of its person or lead (A5). Its agent's capacity is released, and its rating leaves the totals.
   *
   * @throws ConversationNotFound when another request has deleted it first
   */
  async remove(conversation: Conversation, by: Agent): Promise<void> {
    await this.writer.remove(by, async (trx) => {
      const visitor = await lockRow(Visitor, conversation.visitorId, trx)
      const { tenantId, externalId } = conversation
      const key = { tenant_id: tenantId, external_id: externalId }
      // Locked by the same key as everywhere else: through another index MariaDB would report a deadlock
      const locked = await lockRowWhere(Conversation, key, trx)
      if (!locked) throw new ConversationNotFound()
      await this.loads.releaseCapacity(locked, trx)
      await this.ratings.withdraw(locked, trx)
      await Conversation.query({ client: trx })
        .where({ visitor_id: visitor.id, previous_id: locked.externalId })
        .update({ previous_id: null })
      await Message.query({ client: trx }).where('conversation_id', locked.id).delete()
      await forgetMails(locked, trx)
      if (visitor.personId || locked.leadId) {
        await this.host.recordTimeline(locked.tenantId, this.#entry(locked, visitor, by), trx)
      }
      await this.audit.record(
        {
          tenantId: locked.tenantId,
          userId: by.userId,
          action: 'conversation.deleted',
          subject: { id: locked.externalId, name: locked.displayNumber },
        },
        trx
      )
      return locked
    })
  }

  #entry(conversation: Conversation, visitor: Visitor, by: Agent) {
    return {
      key: `chat.deleted:${conversation.externalId}`,
      personId: visitor.personId,
      leadId: conversation.leadId,
      actorId: by.userId,
      event: 'chat.deleted' as const,
      title: text('crm_records.deleted', { number: conversation.displayNumber }),
      description: null,
      url: chatUrl('chat.inbox.index'),
      occurredAt: new Date(),
    }
  }
}
