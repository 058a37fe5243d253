import type { HttpContext } from '@adonisjs/core/http'
import type { ChatService } from '#chat/services/chat_service'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { single } from '#chat/controllers/api/answers'
import { conversationShape } from '#chat/transformers/api/conversation'

/** Does something to the conversation of the address, and answers with what has become of it. */
export async function changedConversation(
  chat: ChatService,
  { chatDesk, params }: HttpContext,
  change: (conversation: Conversation, agent: Agent) => Promise<unknown>
) {
  const conversation = await chat.inbox.conversation(chatDesk.tenantId, params.id)
  await change(conversation, chatDesk.agent)
  const changed = await chat.inbox.conversation(chatDesk.tenantId, params.id)
  await changed.load('labels')
  return single(conversationShape, changed)
}
