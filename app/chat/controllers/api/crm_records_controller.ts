import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { single } from '#chat/http/api_responses'
import { leadShape, personShape } from '#chat/transformers/api/crm_record'
import { convertValidator, promoteValidator } from '#chat/validators/api/conversation'
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

  async convert(ctx: HttpContext) {
    const { title, person: sent } = await bodyOf(ctx.request, convertValidator)
    const conversation = await namedConversation(this.chat, ctx)
    const decision = toPersonDecision(sent)
    const lead = await this.chat.crm.convertToLead(
      conversation,
      ctx.chatAuth.agent,
      title,
      decision
    )
    ctx.response.status(201)
    return single(leadShape, lead)
  }
}
