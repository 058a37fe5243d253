import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { promoteValidator, recordValidator } from '#chat/validators/inbox/conversation'
import { toPersonDecision } from '#chat/validators/inbox/person_decision'
import { answerAction } from '#chat/http/inbox_responses'
import { namedConversation } from '#chat/http/named_conversation'

/** From the conversation into the CRM: the visitor becomes a person, the conversation a lead or a ticket. */
@inject()
export default class CrmRecordsController {
  constructor(protected chat: ChatService) {}

  async promote(ctx: HttpContext) {
    const { person: sent } = await promoteValidator.validate(ctx.request.all())
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      const decision = toPersonDecision(sent)
      const person = await this.chat.crm.promoteToPerson(conversation, ctx.chatAuth.agent, decision)
      return { person: { id: person.id, name: person.name, url: person.url } }
    })
  }

  convert(ctx: HttpContext) {
    return this.#create(ctx, 'lead', (...order) => this.chat.crm.convertToLead(...order))
  }

  ticket(ctx: HttpContext) {
    return this.#create(ctx, 'ticket', (...order) => this.chat.crm.createTicket(...order))
  }

  async #create(ctx: HttpContext, name: string, create: ChatService['crm']['convertToLead']) {
    const { title, person: sent } = await recordValidator.validate(ctx.request.all())
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      const decision = toPersonDecision(sent)
      const record = await create(conversation, ctx.chatAuth.agent, title, decision)
      return { [name]: { id: record.id, number: record.number, url: record.url } }
    })
  }
}
