import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { answer } from '#chat/http/inbox_responses'
import type { CannedListJson, CannedTextJson } from '#chat/transformers/json/inbox_json'
import { namedConversation } from '#chat/http/named_conversation'

/** The canned responses that the composer offers after `/`, and the chosen one with its placeholders filled in (I5). */
@inject()
export default class CannedResponsesController {
  constructor(protected chat: ChatService) {}

  /** All of the tenant's, as a list to choose from; a page asks once. */
  async index(ctx: HttpContext) {
    const responses = await this.chat.cannedResponses.list(ctx.chatAuth.tenantId)
    return answer<CannedListJson>(ctx, {
      responses: responses.map(({ externalId, shortcut, title, content }) => ({
        id: externalId,
        shortcut,
        title,
        preview: content.replace(/\s+/g, ' ').slice(0, 120),
      })),
    })
  }

  /** The text for this conversation, in this agent's name. Nothing is sent by asking. */
  async show(ctx: HttpContext) {
    const { tenantId, agent } = ctx.chatAuth
    const conversation = await namedConversation(this.chat, ctx)
    const response = await this.chat.cannedResponses.find(tenantId, ctx.params.response)
    const { cannedResponses } = this.chat
    return answer<CannedTextJson>(ctx, {
      content: cannedResponses.render(response, conversation, agent),
    })
  }
}
