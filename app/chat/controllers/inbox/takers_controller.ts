import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { presentTakers } from '#chat/presenters/bulk'
import { teammatesOf } from '#chat/presenters/teammates'
import { inboxQuery, toInboxQuery } from '#chat/services/inbox/inbox_query'
import { answer } from '#chat/http/inbox_responses'
import type { FragmentJson } from '#chat/transformers/json/inbox_json'

/** The agents that selected conversations can be assigned to, with presence and load. */
@inject()
export default class TakersController {
  constructor(protected chat: ChatService) {}

  async index(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatAuth
    const takers = presentTakers(await teammatesOf(this.chat, tenantId), user)
    const query = inboxQuery(toInboxQuery(ctx.request.qs()))
    const html = await ctx.view.render('chat::components/inbox/takers', { ...takers, query })
    return answer<FragmentJson>(ctx, { html })
  }
}
