import { inject } from '@adonisjs/core'
import type { Infer } from '@vinejs/vine/types'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { NotAssignable } from '#chat/exceptions/chat_errors'
import { refuse } from '#chat/controllers/api/answers'
import { changedConversation } from '#chat/controllers/api/changed_conversation'
import { assignValidator } from '#chat/validators/api/conversation'

type Named = Pick<Infer<typeof assignValidator>, 'agent_id' | 'user_id'>

/** Who looks after a conversation. */
@inject()
export default class AssignmentController {
  constructor(protected chat: ChatService) {}

  /** To an agent, to a user of the CRM, to oneself, or back among those that wait. */
  async update(ctx: HttpContext) {
    const data = ctx.request.body()
    const input = await ctx.request.validateUsing(assignValidator, { data })
    return changedConversation(this.chat, ctx, async (conversation, agent) => {
      if (input.agent_id === null) return this.chat.conversations.unassign(conversation, agent)
      const to = await this.#agent(ctx, input)
      return this.chat.conversations.assign(conversation, to, agent)
    })
  }

  /** Whoever was named must be somebody who answers chats; otherwise the field is refused. */
  async #agent({ chatDesk }: HttpContext, { agent_id: agentId, user_id: userId }: Named) {
    const { tenantId } = chatDesk
    if (agentId === 'me' || userId === 'me') return chatDesk.agent
    if (agentId === undefined && userId === undefined) {
      refuse('agent_id', 'required', 'Name somebody by agent_id or user_id')
    }
    const named = agentId === undefined ? null : await this.chat.agents.named(tenantId, agentId)
    try {
      return await this.chat.agents.assignable(tenantId, named?.userId ?? userId ?? '')
    } catch (error) {
      if (!(error instanceof NotAssignable)) throw error
      return refuse(agentId === undefined ? 'user_id' : 'agent_id', 'assignable', error.message)
    }
  }
}
