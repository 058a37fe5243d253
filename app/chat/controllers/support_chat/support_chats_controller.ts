import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { clientOf } from '#chat/http/visitor_client'
import { ownView } from '#chat/http/visitor_own_view'
import { THREAD_PAGE } from '#chat/controllers/widget/messages_controller'
import { ChatService } from '#chat/services/chat_service'
import type { SupportChatJson } from '#chat/transformers/json/support_json'
import { visitorMessage } from '#chat/transformers/visitor_view'

/** The conversation of a signed-in user of the host (SO1), for a front end of the host's own. */
@inject()
export default class SupportChatsController {
  constructor(protected chat: ChatService) {}

  /** The user's only conversation, with its newest messages. */
  async show(ctx: HttpContext): Promise<SupportChatJson> {
    const visitor = await this.#visitor(ctx)
    const conversation = await this.chat.inbox.latestOf(visitor)
    const id = visitor.externalId
    if (!conversation) return { id, conversation, messages: [], has_more: false, unread: 0 }
    const page = { limit: THREAD_PAGE, visibility: 'public' } as const
    const { messages, hasMore } = await this.chat.inbox.thread(conversation, page)
    return {
      id,
      conversation: await ownView(this.chat, conversation),
      messages: messages.map(visitorMessage),
      has_more: hasMore,
      unread: conversation.visitorUnreadCount,
    }
  }

  /** Marks all that the team has written as read. */
  async read(ctx: HttpContext) {
    const conversation = await this.chat.inbox.latestOf(await this.#visitor(ctx))
    if (conversation) {
      await this.chat.messages.reads.byVisitor(conversation, conversation.lastSeq)
    }
    return ctx.response.noContent()
  }

  #visitor({ chatSupport: { widget, user }, request }: HttpContext) {
    const client = clientOf(request, this.chat.config.countryHeader)
    return this.chat.supportChat.visitor(widget, user, client)
  }
}
