import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { GONE, type Narrowing } from '#chat/services/inbox_scope'
import { toQuery } from '#chat/services/search/search_terms'
import { page, refuse, single } from '#chat/controllers/api/answers'
import { conversationShape } from '#chat/transformers/api/conversation'
import { conversationsValidator } from '#chat/validators/api/conversation'
import { PAGE } from '#chat/validators/api/paging'

/** The tenant's conversations, newest activity first, under the inbox's filters. */
@inject()
export default class ConversationsController {
  constructor(protected chat: ChatService) {}

  async index({ chatDesk, request }: HttpContext) {
    const asked = await request.validateUsing(conversationsValidator, { data: request.qs() })
    const { tenantId, agent } = chatDesk
    const q = toQuery(asked.q)
    const filter = asked.status ?? asked.filter ?? (q ? 'all' : 'open')
    const address = { ...asked, filter, q }
    const scope = await this.chat.inboxFilters.scope(tenantId, agent.id, address)
    refuseUnknown(scope.narrow)
    const { conversations, nextCursor } = await this.chat.inbox.list(tenantId, {
      ...scope,
      cursor: asked.cursor,
      limit: asked.limit ?? PAGE,
    })
    return page(conversationShape, conversations, { next_cursor: nextCursor })
  }

  async show({ chatDesk, params }: HttpContext) {
    const conversation = await this.chat.inbox.conversation(chatDesk.tenantId, params.id)
    await conversation.load('labels')
    return single(conversationShape, conversation)
  }

  /** For good, with all its messages. */
  async destroy({ chatDesk, params, response }: HttpContext) {
    const conversation = await this.chat.inbox.conversation(chatDesk.tenantId, params.id)
    await this.chat.removal.remove(conversation, chatDesk.agent)
    return response.noContent()
  }
}

/** A page shows that there is nothing under what is gone; a program is told why. */
function refuseUnknown({ widgetId, labelId, assigneeId }: Narrowing) {
  const found = { widget: widgetId, label: labelId, agent: assigneeId }
  for (const [field, id] of Object.entries(found)) {
    if (id === GONE) refuse(field, 'known', `There is no such ${field}`)
  }
}
