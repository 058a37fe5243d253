import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { single } from '#chat/http/api_responses'
import { leadShape, personShape, ticketShape } from '#chat/transformers/api/crm_record'
import { promoteValidator, recordValidator } from '#chat/validators/api/conversation'
import { toPersonDecision } from '#chat/validators/api/person_decision'
import { namedConversation } from '#chat/http/named_conversation'

/** From the conversation into the CRM. */
@inject()
export default class CrmRecordsController {
  constructor(protected chat: ChatService) {}

  async promote(ctx: HttpContext) {
    const { person: sent } = await bodyOf(ctx.request, promoteValidator)
    const conversation = await namedConversation(this.chat, ctx)
    const decision = toPersonDecision(sent)
    return single(
      personShape,
      await this.chat.crm.promoteToPerson(conversation, ctx.chatAuth.agent, decision)
    )
  }

  convert(ctx: HttpContext) {
    return this.#create(ctx, leadShape, (...order) => this.chat.crm.convertToLead(...order))
  }

  ticket(ctx: HttpContext) {
    return this.#create(ctx, ticketShape, (...order) => this.chat.crm.createTicket(...order))
  }

  async #create(
    ctx: HttpContext,
    shape: typeof leadShape,
    create: ChatService['crm']['convertToLead']
  ) {
    const { title, person: sent } = await bodyOf(ctx.request, recordValidator)
    const conversation = await namedConversation(this.chat, ctx)
    const decision = toPersonDecision(sent)
    const record = await create(conversation, ctx.chatAuth.agent, title, decision)
    ctx.response.status(201)
    return single(shape, record)
  }
}
