import type { HttpContext } from '@adonisjs/core/http'
import type Conversation from '#chat/models/conversation'
import type { ChatService } from '#chat/services/chat_service'
import { visitorConversation } from '#chat/transformers/visitor_view'
import { availabilityView } from '#chat/transformers/widget_config'

/** A conversation in its visitor's view: with their position in the queue and the agent's presence. */
export async function ownView(chat: ChatService, conversation: Conversation) {
  const [position, isAttended] = await Promise.all([
    chat.routing.queue.positionOf(conversation),
    chat.agents.presence.isAttended(conversation),
  ])
  return visitorConversation(conversation, position, isAttended)
}

/** Whether the team is available, in the form that every response to a catching-up browser has. */
export async function availabilityOf(chat: ChatService, { chatWidget }: HttpContext) {
  return availabilityView(await chat.widgets.availability(chatWidget))
}
