import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { convertValidator } from '#chat/validators/inbox/conversation'
import { answerAction } from '#chat/controllers/inbox/answers'

/** From the conversation into the CRM: the visitor becomes a person, the conversation a lead. */
@inject()
export default class CrmRecordsController {
  constructor(protected chat: ChatService) {}

  async promote(ctx: HttpContext) {
    const conversation = await this.#conversation(ctx)
    return answerAction(ctx, async () => {
      const person = await this.chat.crm.promoteToPerson(conversation, ctx.chatDesk.agent)
      return { person: { id: person.id, name: person.name, url: person.url } }
    })
  }

  async convert(ctx: HttpContext) {
    const { title } = await ctx.request.validateUsing(convertValidator)
    const conversation = await this.#conversation(ctx)
    return answerAction(ctx, async () => {
      const lead = await this.chat.crm.convertToLead(conversation, ctx.chatDesk.agent, title)
      return { lead: { id: lead.id, number: lead.number, url: lead.url } }
    })
  }

  #conversation({ chatDesk, params }: HttpContext) {
    return this.chat.inbox.conversation(chatDesk.tenantId, params.id)
  }
}
