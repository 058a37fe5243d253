import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { proactiveFormState, toProactiveAttributes } from '#chat/forms/proactive_form'
import { firstReasons } from '#chat/http/first_reasons'
import type ProactiveRule from '#chat/models/proactive_rule'
import { presentRules } from '#chat/presenters/proactive_rules'
import { isScript } from '#chat/http/inbox_responses'
import { ChatService } from '#chat/services/chat_service'
import type { ProactiveAttributes } from '#chat/services/proactive/proactive'
import { proactiveValidator } from '#chat/validators/settings/proactive_validator'
import { errors } from '#chat/validators/vine'
import { TooManyProactiveRules } from '#chat/exceptions/chat_errors'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

/** Settings > Chat widgets > a widget > Proactive messages (W15). */
@inject()
export default class ProactiveController {
  constructor(protected chat: ChatService) {}

  /** The widget's rules in the order in which they are tried, with what became of their messages. */
  async index(ctx: HttpContext) {
    const widget = await this.#widget(ctx)
    const rules = await this.chat.proactive.list(widget)
    const sums = await this.chat.proactive.counts.sums(widget.tenantId, rules)
    return ctx.view.render('chat::settings/proactive/index', {
      widget,
      rows: presentRules(rules, sums),
    })
  }

  async create(ctx: HttpContext) {
    const state = proactiveFormState(await this.#widget(ctx), null)
    return ctx.view.render('chat::settings/proactive/form', state)
  }

  /** Makes a rule; a form that is refused comes back as it was sent, with the reasons. */
  async store(ctx: HttpContext) {
    const widget = await this.#widget(ctx)
    return this.#save(ctx, null, (input) =>
      this.chat.proactive.create(widget, input, ctx.chatAuth.user.id)
    )
  }

  async edit(ctx: HttpContext) {
    const widget = await this.#widget(ctx)
    const rule = await this.chat.proactive.find(widget, ctx.params.id)
    return ctx.view.render('chat::settings/proactive/form', proactiveFormState(widget, rule))
  }

  async update(ctx: HttpContext) {
    const rule = await this.chat.proactive.find(await this.#widget(ctx), ctx.params.id)
    return this.#save(ctx, rule, (input) =>
      this.chat.proactive.update(rule, input, ctx.chatAuth.user.id)
    )
  }

  async destroy(ctx: HttpContext) {
    const rule = await this.chat.proactive.find(await this.#widget(ctx), ctx.params.id)
    await this.chat.proactive.remove(rule, ctx.chatAuth.user.id)
    ctx.session.flash('success', text('proactive.flash.deleted', { name: rule.name }))
    return ctx.response.redirect().toPath(this.#list(ctx))
  }

  async #save(
    ctx: HttpContext,
    rule: ProactiveRule | null,
    save: (input: ProactiveAttributes) => Promise<ProactiveRule>
  ) {
    try {
      const input = await proactiveValidator.validate(ctx.request.all())
      const saved = await save(toProactiveAttributes(input))
      ctx.session.flash('success', text('proactive.flash.saved', { name: saved.name }))
      return ctx.response.redirect().toPath(this.#list(ctx))
    } catch (error) {
      const reasons = reasonsOf(error)
      if (!reasons || isScript(ctx)) throw error
      ctx.response.status(422)
      const refused = { input: ctx.request.all(), errors: reasons }
      const state = proactiveFormState(await this.#widget(ctx), rule, refused)
      return ctx.view.render('chat::settings/proactive/form', state)
    }
  }

  #list({ params }: HttpContext) {
    return chatUrl('chat.settings.proactive.index', { widget: params.widget })
  }

  #widget({ chatAuth, params }: HttpContext) {
    return this.chat.widgets.find(chatAuth.tenantId, params.widget)
  }
}

/** The form's errors by field; null when the failure is not about the input. */
function reasonsOf(error: unknown): Record<string, string> | null {
  if (error instanceof TooManyProactiveRules) return { name: error.message }
  return error instanceof errors.E_VALIDATION_ERROR ? firstReasons(error.messages) : null
}
