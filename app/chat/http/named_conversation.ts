import type { HttpContext } from '@adonisjs/core/http'
import type Conversation from '#chat/models/conversation'
import type { ChatService } from '#chat/services/chat_service'

/**
 * The conversation of a request's `:id`, with its visitor, widget and agent.
 *
 * @throws ConversationNotFound when the tenant has no such conversation, or the agent may not see it
 */
export const namedConversation = (
  chat: ChatService,
  { chatAuth, params }: HttpContext
): Promise<Conversation> => chat.inbox.conversation(chatAuth.tenantId, params.id, chatAuth.sight)
