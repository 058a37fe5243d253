import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import type Agent from '#chat/models/agent'
import { presenceValidator, statusValidator } from '#chat/validators/routing/agents'
import { ownStatus } from '#chat/transformers/agent_view'
import { answer, isScript } from '#chat/http/inbox_responses'
import type { ViewerStatusJson } from '#chat/transformers/json/inbox_json'

/** Whether I am there: read, chosen, and noticed by the browser. */
@inject()
export default class OwnStatusController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    return answer(ctx, this.#state(ctx, ctx.chatAuth.agent))
  }

  /** Chooses a status, from any page of the CRM; a form comes back to where it was. */
  async update(ctx: HttpContext) {
    const { status } = await statusValidator.validate(ctx.request.all())
    const agent = await this.chat.agents.presence.choose(ctx.chatAuth.agent, status)
    if (isScript(ctx)) return answer(ctx, this.#state(ctx, agent))
    return ctx.response.redirect().back()
  }

  /** The browser has seen no input for a while, or again. */
  async presence(ctx: HttpContext) {
    const { idle } = await presenceValidator.validate(ctx.request.all())
    const agent = await this.chat.agents.presence.setIdle(ctx.chatAuth.agent, idle)
    return answer(ctx, this.#state(ctx, agent))
  }

  #state({ chatAuth }: HttpContext, agent: Agent): ViewerStatusJson {
    return {
      ...ownStatus(agent, this.chat.agents.presence.statusOf(agent)),
      may_serve: chatAuth.may.has('reply chat'),
    }
  }
}
