import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { AgentPages } from '#chat/presenters/agent_pages'
import type { RosterEntry } from '#chat/services/routing/agent_roster'
import { filledIn, toDuties } from '#chat/controllers/routing/duties_input'
import { answer, isScript } from '#chat/controllers/inbox/answers'
import {
  dutiesValidator,
  newAgentValidator,
  removalValidator,
} from '#chat/validators/routing/agents'

const LIST = '/chat/agents'

/** Chat > Agents: who takes chats, how many at a time, and of what (R1, R5). */
@inject()
export default class AgentsController {
  constructor(
    protected chat: ChatService,
    protected pages: AgentPages
  ) {}

  /** The page; its script asks for the list alone, to keep it true. */
  async index(ctx: HttpContext) {
    const page = await this.pages.index(ctx.chatDesk.tenantId)
    if (!isScript(ctx)) return ctx.view.render('chat::agents/index', page)
    return answer(ctx, { html: await ctx.view.render('chat::agents/list', page) })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('chat::agents/form', await this.pages.form(ctx.chatDesk.tenantId, null))
  }

  async store(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatDesk
    const [error, input] = await ctx.request.tryValidateUsing(newAgentValidator)
    if (error) return this.#refuse(ctx, null, error)
    const agent = await this.chat.roster.add(tenantId, input.user_id, toDuties(input), user.id)
    ctx.session.flash('success', `${agent.name} takes chats now, whenever they are online.`)
    return ctx.response.redirect().toPath(LIST)
  }

  async edit(ctx: HttpContext) {
    const { tenantId } = ctx.chatDesk
    const entry = await this.chat.roster.find(tenantId, ctx.params.agent)
    return ctx.view.render('chat::agents/form', await this.pages.form(tenantId, entry))
  }

  async update(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatDesk
    const entry = await this.chat.roster.find(tenantId, ctx.params.agent)
    const [error, input] = await ctx.request.tryValidateUsing(dutiesValidator)
    if (error) return this.#refuse(ctx, entry, error)
    await this.chat.roster.update(entry.agent, toDuties(input), user.id)
    ctx.session.flash('success', 'Your changes have been saved.')
    return ctx.response.redirect().toPath(LIST)
  }

  async destroy(ctx: HttpContext) {
    const { tenantId, agent: by } = ctx.chatDesk
    const { agent } = await this.chat.roster.find(tenantId, ctx.params.agent)
    const { then = 'keep' } = await ctx.request.validateUsing(removalValidator)
    await this.chat.roster.remove(agent, by, then)
    ctx.session.flash('success', `${agent.name} takes no more chats.`)
    return ctx.response.redirect().toPath(LIST)
  }

  async #refuse(
    ctx: HttpContext,
    entry: RosterEntry | null,
    error: Error & { messages: { field: string; message: string }[] }
  ) {
    if (isScript(ctx)) throw error
    const refused = { errors: error.messages, input: filledIn(ctx.request.body()) }
    const form = await this.pages.form(ctx.chatDesk.tenantId, entry, refused)
    ctx.response.status(422)
    return ctx.view.render('chat::agents/form', form)
  }
}
