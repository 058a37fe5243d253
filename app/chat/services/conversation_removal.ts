import type { CrmHost } from '#chat/contracts/crm_host'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import { ConversationNotFound } from '#chat/exceptions/chat_errors'
import type { AgentLoads } from '#chat/services/agent_loads'
import type { Ratings } from '#chat/services/answers/ratings'
import type { AuditLog } from '#chat/services/audit/audit_log'
import type { ConversationWriter } from '#chat/services/conversation_writer'
import { lockRow, lockRowWhere } from '#chat/services/row_lock'

/** Deletes conversations for good. */
export class ConversationRemoval {
  constructor(
    protected host: CrmHost,
    protected writer: ConversationWriter,
    protected loads: AgentLoads,
    protected ratings: Ratings,
    protected audit: AuditLog
  ) {}

  /**
   * Removes a conversation with all its messages. Since its thread goes as well, who did it is kept
   * on the timeline of the person or lead that it belongs to (A5). Whose it was has a place free again,
   * and a rating counts for nobody any more.
   *
   * @throws ConversationNotFound when somebody was faster
   */
  async remove(conversation: Conversation, by: Agent): Promise<void> {
    await this.writer.remove(by, async (trx) => {
      const visitor = await lockRow(Visitor, conversation.visitorId, trx)
      const locked = await lockRowWhere(Conversation, { id: conversation.id }, trx)
      if (!locked) throw new ConversationNotFound()
      await this.loads.free(locked, trx)
      await this.ratings.withdraw(locked, trx)
      await Conversation.query({ client: trx })
        .where({ visitor_id: visitor.id, previous_id: locked.externalId })
        .update({ previous_id: null })
      await Message.query({ client: trx }).where('conversation_id', locked.id).delete()
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
      title: `Chat ${conversation.displayNumber} deleted`,
      description: null,
      url: '/chat',
      occurredAt: new Date(),
    }
  }
}
