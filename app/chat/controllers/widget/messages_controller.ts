import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { availabilityOf, ownView } from '#chat/http/visitor_own_view'
import { ChatLimits } from '#chat/http/chat_limits'
import { ChatService } from '#chat/services/chat_service'
import { messageValidator, threadValidator } from '#chat/validators/widget/conversation'
import type { VisitorThreadJson } from '#chat/transformers/json/visitor_json'
import { visitorMessage } from '#chat/transformers/visitor_view'

/** Messages per page of a thread, unless asked for less or more. */
export const THREAD_PAGE = 50

/** A visitor's own thread: reading it, catching up with it, writing in it. */
@inject()
export default class MessagesController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  async index(ctx: HttpContext): Promise<VisitorThreadJson> {
    const { request, params, chatVisitor } = ctx
    const { limit = THREAD_PAGE, ...range } = await threadValidator.validate(request.all())
    const conversation = await this.chat.inbox.ownConversation(chatVisitor, params.id)
    const thread = await this.chat.inbox.thread(conversation, {
      ...range,
      limit,
      visibility: 'public',
    })
    return {
      messages: thread.messages.map(visitorMessage),
      has_more: thread.hasMore,
      conversation: await ownView(this.chat, conversation),
      unread: conversation.visitorUnreadCount,
      ...(await availabilityOf(this.chat, ctx)),
    }
  }

  async store({ request, response, params, chatWidget, chatVisitor }: HttpContext) {
    const draft = await messageValidator.validate(request.all())
    await this.limits.message(chatWidget, chatVisitor, request.ip())
    const { message, isNew } = await this.chat.messages.visitor.post(chatVisitor, params.id, {
      content: draft.content ?? '',
      attachments: draft.attachments,
      clientMessageId: draft.client_message_id,
    })
    response.status(isNew ? 201 : 200)
    return visitorMessage(message)
  }
}
