import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { single } from '#chat/controllers/api/answers'
import { leadShape, personShape } from '#chat/transformers/api/crm_record'
import { convertValidator } from '#chat/validators/api/conversation'

/** From the conversation into the CRM. */
@inject()
export default class CrmRecordsController {
  constructor(protected chat: ChatService) {}

  async promote(ctx: HttpContext) {
    const conversation = await this.#conversation(ctx)
    return single(
      personShape,
      await this.chat.crm.promoteToPerson(conversation, ctx.chatDesk.agent)
    )
  }

  async convert(ctx: HttpContext) {
    const data = ctx.request.body()
    const { title } = await ctx.request.validateUsing(convertValidator, { data })
    const conversation = await this.#conversation(ctx)
    const lead = await this.chat.crm.convertToLead(conversation, ctx.chatDesk.agent, title)
    ctx.response.status(201)
    return single(leadShape, lead)
  }

  #conversation({ chatDesk, params }: HttpContext) {
    return this.chat.inbox.conversation(chatDesk.tenantId, params.id)
  }
}
