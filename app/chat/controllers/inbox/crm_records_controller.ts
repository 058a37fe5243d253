import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { convertValidator, promoteValidator } from '#chat/validators/inbox/conversation'
import { toPersonDecision } from '#chat/validators/inbox/person_decision'
import { answerAction } from '#chat/http/inbox_responses'
import { namedConversation } from '#chat/http/named_conversation'

/** From the conversation into the CRM: the visitor becomes a person, the conversation a lead. */
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

  async convert(ctx: HttpContext) {
    const { title, person: sent } = await convertValidator.validate(ctx.request.all())
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      const decision = toPersonDecision(sent)
      const lead = await this.chat.crm.convertToLead(
        conversation,
        ctx.chatAuth.agent,
        title,
        decision
      )
      return { lead: { id: lead.id, number: lead.number, url: lead.url } }
    })
  }
}
