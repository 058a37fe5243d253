import { inject } from '@adonisjs/core'
import type {
  AgentUpdated,
  ConversationDeleted,
  ConversationUpdated,
} from '#chat/events/chat_events'
import { ChatService } from '#chat/services/chat_service'
import { AssignmentWorker } from '#chat/workers/assignment_worker'

/** Triggers the assignment after every event that may add to the queue or release capacity. */
@inject()
export default class RouteConversations {
  constructor(
    protected chat: ChatService,
    protected router: AssignmentWorker
  ) {}

  conversationUpdated({ conversation }: ConversationUpdated) {
    return this.#move(conversation.tenantId)
  }

  /** One that had ended took no place in the queue and no agent's capacity. */
  conversationDeleted({ conversation }: ConversationDeleted) {
    if (conversation.folder === 'open') return this.#move(conversation.tenantId)
  }

  agentUpdated({ agent }: AgentUpdated) {
    return this.#move(agent.tenantId)
  }

  /** The position that a waiting visitor reads next is by the capacity of now, not of a second ago. */
  async #move(tenantId: string) {
    this.chat.routing.queue.forget(tenantId)
    if (!(await this.chat.host.isModuleEnabled(tenantId))) return
    await this.router.trigger(tenantId)
    await this.chat.routing.queueNotices.trigger(tenantId)
  }
}
