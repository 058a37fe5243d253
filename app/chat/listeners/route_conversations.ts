import { inject } from '@adonisjs/core'
import type {
  AgentUpdated,
  ConversationDeleted,
  ConversationUpdated,
} from '#chat/events/chat_events'
import { ChatService } from '#chat/services/chat_service'
import { Router } from '#chat/services/routing/router'

/** Whatever may have put somebody into the queue, or freed a place, moves the queue on. */
@inject()
export default class RouteConversations {
  constructor(
    protected chat: ChatService,
    protected router: Router
  ) {}

  conversationUpdated({ conversation }: ConversationUpdated) {
    return this.#move(conversation.tenantId)
  }

  conversationDeleted({ conversation }: ConversationDeleted) {
    return this.#move(conversation.tenantId)
  }

  agentUpdated({ agent }: AgentUpdated) {
    return this.#move(agent.tenantId)
  }

  async #move(tenantId: string) {
    if (!(await this.chat.host.isModuleEnabled(tenantId))) return
    await this.router.soon(tenantId)
    await this.chat.queueNotices.soon(tenantId)
  }
}
