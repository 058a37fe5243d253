import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatLimits } from '#chat/http/chat_limits'
import { ChatService } from '#chat/services/chat_service'
import { requireContact } from '#chat/validators/widget/contact'
import { startValidator } from '#chat/validators/widget/conversation'
import { ownView } from '#chat/http/visitor_own_view'
import { THREAD_PAGE } from '#chat/controllers/widget/messages_controller'
import type { StartedJson } from '#chat/transformers/json/visitor_json'
import { ChatClosed } from '#chat/exceptions/chat_errors'
import type Visitor from '#chat/models/visitor'
import { visitorMessage } from '#chat/transformers/visitor_view'

/** A visitor's first message, or the next one when they do not know where it belongs. */
@inject()
export default class ConversationsController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  async store(ctx: HttpContext): Promise<StartedJson> {
    const { request, response, chatWidget, chatVisitor } = ctx
    const draft = await startValidator.validate(request.all())
    requireContact(chatWidget, chatVisitor, draft)
    await this.#assertMayBegin(chatVisitor, request.ip())
    await this.limits.message(chatWidget, chatVisitor, request.ip())

    const { conversation, isNew } = await this.chat.messages.visitor.start(
      chatWidget,
      chatVisitor,
      {
        content: draft.content ?? '',
        attachments: draft.attachments,
        clientMessageId: draft.client_message_id,
      },
      {
        claims: { name: draft.name, email: draft.email },
        page: draft.page,
        answers: draft.answers,
        ipAddress: request.ip(),
      }
    )
    await this.chat.mails.links.follow(chatVisitor, conversation)
    const thread = await this.chat.inbox.thread(conversation, {
      limit: THREAD_PAGE,
      visibility: 'public',
    })
    response.status(isNew ? 201 : 200)
    return {
      conversation: await ownView(this.chat, conversation),
      messages: thread.messages.map(visitorMessage),
      has_more: thread.hasMore,
    }
  }

  /** From a blocked address only those go on who have a chat. */
  async #assertMayBegin(visitor: Visitor, ip: string) {
    const { inbox, visitors } = this.chat
    const isBlocked = await visitors.blocks.isAddressBlocked(visitor.tenantId, ip)
    if (isBlocked && !(await inbox.latestOf(visitor))) throw new ChatClosed()
  }
}
