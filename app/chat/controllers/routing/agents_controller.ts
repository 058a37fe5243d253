import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { AgentPages } from '#chat/presenters/agent_pages'
import type { RosterEntry } from '#chat/services/team/agent_roster'
import { filledIn, toAgentSettings } from '#chat/forms/agent_settings_form'
import { answer, isScript } from '#chat/http/inbox_responses'
import {
  agentSettingsValidator,
  newAgentValidator,
  removalValidator,
} from '#chat/validators/routing/agents'
import { text } from '#chat/texts/text'
import type { FragmentJson } from '#chat/transformers/json/inbox_json'
import { chatUrl } from '#chat/support/chat_url'

const list = () => chatUrl('chat.agents.index')

/** Chat > Agents: who takes chats, how many at a time, and of what (R1, R5). */
@inject()
export default class AgentsController {
  constructor(
    protected chat: ChatService,
    protected pages: AgentPages
  ) {}

  /** The page; its script asks for the list alone, to keep it true. */
  async index(ctx: HttpContext) {
    const page = await this.pages.index(ctx.chatAuth.tenantId)
    if (!isScript(ctx)) return ctx.view.render('chat::agents/index', page)
    return answer<FragmentJson>(ctx, { html: await ctx.view.render('chat::agents/list', page) })
  }

  async create(ctx: HttpContext) {
    return ctx.view.render('chat::agents/form', await this.pages.form(ctx.chatAuth.tenantId, null))
  }

  async store(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatAuth
    const [error, input] = await newAgentValidator.tryValidate(ctx.request.all())
    if (error) return this.#refuse(ctx, null, error)
    const agent = await this.chat.agents.roster.add(
      tenantId,
      input.user_id,
      toAgentSettings(input),
      user.id
    )
    ctx.session.flash('success', text('agents.flash.added', { name: agent.name }))
    return ctx.response.redirect().toPath(list())
  }

  async edit(ctx: HttpContext) {
    const { tenantId } = ctx.chatAuth
    const entry = await this.chat.agents.roster.find(tenantId, ctx.params.agent)
    return ctx.view.render('chat::agents/form', await this.pages.form(tenantId, entry))
  }

  async update(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatAuth
    const entry = await this.chat.agents.roster.find(tenantId, ctx.params.agent)
    const [error, input] = await agentSettingsValidator.tryValidate(ctx.request.all())
    if (error) return this.#refuse(ctx, entry, error)
    await this.chat.agents.roster.update(entry.agent, toAgentSettings(input), user.id)
    ctx.session.flash('success', text('forms.saved'))
    return ctx.response.redirect().toPath(list())
  }

  async destroy(ctx: HttpContext) {
    const { tenantId, agent: by } = ctx.chatAuth
    const { agent } = await this.chat.agents.roster.find(tenantId, ctx.params.agent)
    const { then = 'keep' } = await removalValidator.validate(ctx.request.all())
    await this.chat.agents.roster.remove(agent, by, then)
    ctx.session.flash('success', text('agents.flash.removed', { name: agent.name }))
    return ctx.response.redirect().toPath(list())
  }

  async #refuse(
    ctx: HttpContext,
    entry: RosterEntry | null,
    error: Error & { messages: { field: string; message: string }[] }
  ) {
    if (isScript(ctx)) throw error
    const refused = { errors: error.messages, input: filledIn(ctx.request.body()) }
    const form = await this.pages.form(ctx.chatAuth.tenantId, entry, refused)
    ctx.response.status(422)
    return ctx.view.render('chat::agents/form', form)
  }
}
