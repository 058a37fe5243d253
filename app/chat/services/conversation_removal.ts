import type { Database } from '@adonisjs/lucid/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { CrmHost } from '#chat/contracts/crm_host'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import type { AgentDirectory } from '#chat/services/agent_directory'
import { isOpen } from '#chat/services/conversation_status'
import { lockRow } from '#chat/services/row_lock'
import { tell } from '#chat/services/tell'

/** Deletes conversations for good. */
export class ConversationRemoval {
  constructor(
    protected host: CrmHost,
    protected db: Database,
    protected emitter: EmitterLike<EventsList>,
    protected agents: AgentDirectory
  ) {}

  /**
   * Removes a conversation with all its messages. Since its thread goes as well, who did it is kept
   * on the timeline of the person or lead that it belongs to (A5). Whose it was has a place free again.
   */
  async remove(conversation: Conversation, by: Agent): Promise<void> {
    const removed = await this.db.transaction(async (trx) => {
      const visitor = await lockRow(Visitor, conversation.visitorId, trx)
      const locked = await lockRow(Conversation, conversation.id, trx)
      if (locked.agentId && isOpen(locked.status)) {
        await this.agents.shiftLoad(locked.agentId, -1, trx)
      }
      await Conversation.query({ client: trx })
        .where({ visitor_id: visitor.id, previous_id: locked.externalId })
        .update({ previous_id: null })
      await Message.query({ client: trx }).where('conversation_id', locked.id).delete()
      await locked.useTransaction(trx).delete()
      if (visitor.personId || locked.leadId) {
        await this.host.recordTimeline(locked.tenantId, this.#entry(locked, visitor, by), trx)
      }
      return locked
    })
    tell(this.emitter, 'chat.conversation.deleted', { conversation: removed, by })
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
