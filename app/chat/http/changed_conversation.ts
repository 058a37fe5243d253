import type { HttpContext } from '@adonisjs/core/http'
import type { ChatService } from '#chat/services/chat_service'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { namedConversation } from '#chat/http/named_conversation'
import { single } from '#chat/http/api_responses'
import { conversationShape } from '#chat/transformers/api/conversation'

/** Changes the conversation of the URL, and responds with its new state, even if the agent may no longer see it. */
export async function changedConversation(
  chat: ChatService,
  ctx: HttpContext,
  change: (conversation: Conversation, agent: Agent) => Promise<unknown>
) {
  const { chatAuth, params } = ctx
  const conversation = await namedConversation(chat, ctx)
  await change(conversation, chatAuth.agent)
  const changed = await chat.inbox.conversation(chatAuth.tenantId, params.id)
  await changed.load('labels')
  return single(conversationShape, changed)
}
