import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import type Agent from '#chat/models/agent'
import { presenceValidator, statusValidator } from '#chat/validators/routing/agents'
import { ownStatus } from '#chat/transformers/agent_view'
import { answer, isScript } from '#chat/controllers/inbox/answers'

/** Whether I am there: read, chosen, and noticed by the browser. */
@inject()
export default class OwnStatusController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    return answer(ctx, this.#state(ctx, ctx.chatDesk.agent))
  }

  /** Chooses a status, from any page of the CRM; a form comes back to where it was. */
  async update(ctx: HttpContext) {
    const { status } = await ctx.request.validateUsing(statusValidator)
    const agent = await this.chat.presence.choose(ctx.chatDesk.agent, status)
    if (isScript(ctx)) return answer(ctx, this.#state(ctx, agent))
    return ctx.response.redirect().back()
  }

  /** The browser has seen no input for a while, or again. */
  async presence(ctx: HttpContext) {
    const { idle } = await ctx.request.validateUsing(presenceValidator)
    const agent = await this.chat.presence.setIdle(ctx.chatDesk.agent, idle)
    return answer(ctx, this.#state(ctx, agent))
  }

  #state({ chatDesk }: HttpContext, agent: Agent) {
    return {
      ...ownStatus(agent, this.chat.presence.statusOf(agent)),
      may_serve: chatDesk.may.has('reply chat'),
    }
  }
}
