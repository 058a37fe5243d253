import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { toProactiveChanges } from '#chat/forms/proactive_form'
import { bodyOf, queryOf } from '#chat/http/api_input'
import { pageOf, single } from '#chat/http/api_responses'
import { ChatService } from '#chat/services/chat_service'
import { PROACTIVE_DEFAULTS, type ProactiveAttributes } from '#chat/services/proactive/proactive'
import { proactiveDayShape, proactiveRuleShape } from '#chat/transformers/api/proactive_rule'
import { pageValidator } from '#chat/validators/api/paging'
import {
  newProactiveValidator,
  proactiveChangesValidator,
} from '#chat/validators/settings/proactive_validator'

/** Days that one response covers. */
const DAYS = 90

/** The proactive messages of a widget. */
@inject()
export default class ProactiveRulesController {
  constructor(protected chat: ChatService) {}

  async index(ctx: HttpContext) {
    const asked = await queryOf(ctx.request, pageValidator)
    const rules = await this.chat.proactive.list(await this.#widget(ctx))
    return pageOf(proactiveRuleShape, rules, asked)
  }

  async store(ctx: HttpContext) {
    const widget = await this.#widget(ctx)
    const input = await bodyOf(ctx.request, newProactiveValidator)
    const attributes = {
      ...PROACTIVE_DEFAULTS,
      ...(toProactiveChanges(input) as ProactiveAttributes),
    }
    const rule = await this.chat.proactive.create(widget, attributes, ctx.chatAuth.user.id)
    ctx.response.status(201)
    return single(proactiveRuleShape, rule)
  }

  async show(ctx: HttpContext) {
    return single(proactiveRuleShape, await this.#rule(ctx))
  }

  /** What is left out stays as it is. */
  async update(ctx: HttpContext) {
    const rule = await this.#rule(ctx)
    const changes = toProactiveChanges(await bodyOf(ctx.request, proactiveChangesValidator))
    const changed = await this.chat.proactive.update(rule, changes, ctx.chatAuth.user.id)
    return single(proactiveRuleShape, changed)
  }

  async destroy(ctx: HttpContext) {
    await this.chat.proactive.remove(await this.#rule(ctx), ctx.chatAuth.user.id)
    return ctx.response.noContent()
  }

  /** The newest days with counts, newest first. */
  async days(ctx: HttpContext) {
    const days = await this.chat.proactive.counts.days(await this.#rule(ctx), DAYS)
    return { data: days.map((day) => proactiveDayShape.of(day)) }
  }

  async #rule(ctx: HttpContext) {
    return this.chat.proactive.find(await this.#widget(ctx), ctx.params.rule)
  }

  #widget({ chatAuth, params }: HttpContext) {
    return this.chat.widgets.find(chatAuth.tenantId, params.id)
  }
}
