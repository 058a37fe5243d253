import type { HttpContext } from '@adonisjs/core/http'
import type Conversation from '#chat/models/conversation'
import type { ChatService } from '#chat/services/chat_service'
import { visitorConversation } from '#chat/transformers/visitor_view'
import { availabilityView } from '#chat/transformers/widget_config'

/** A conversation as its visitor sees it at this moment: their place in the queue, and who is there. */
export async function ownView(chat: ChatService, conversation: Conversation) {
  const [place, isAttended] = await Promise.all([
    chat.queue.placeOf(conversation),
    chat.presence.isAttended(conversation),
  ])
  return visitorConversation(conversation, place, isAttended)
}

/** Whether the team is there, as every answer says it that a browser catches up by. */
export async function availabilityOf(chat: ChatService, { chatWidget }: HttpContext) {
  return availabilityView(await chat.widgets.availability(chatWidget))
}
