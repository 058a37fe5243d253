import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { firstReasons } from '#chat/controllers/settings/first_reasons'
import { presentSetup, presentVisit } from '#chat/presenters/setup'
import { firstWidgetValidator, websiteValidator } from '#chat/validators/settings/setup_validator'
import { SETUP_URL } from '#chat/support/module_pages'

type Reasons = { messages: { field: string; message: string }[] }

/** The set-up path: from an enabled module to the first visit, to be left and taken up again at any time. */
@inject()
export default class ChatSetupController {
  constructor(protected chat: ChatService) {}

  /** Where the tenant stands, with the widget of the address, or the one that is being set up. */
  async show(ctx: HttpContext) {
    return this.#page(ctx, ctx.request.input('widget'))
  }

  /** Makes the widget with which it begins. */
  async store(ctx: HttpContext) {
    const [error, input] = await ctx.request.tryValidateUsing(firstWidgetValidator)
    if (error) return this.#page(ctx, undefined, error)
    const { tenantId, user } = ctx.chatDesk
    const widget = await this.chat.setup.createWidget(tenantId, input.name, user.id)
    return ctx.response.redirect().toPath(`${SETUP_URL}?widget=${widget.externalId}`)
  }

  /** Allows the website whose address was pasted. */
  async allow(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatDesk
    const widget = await this.chat.widgets.find(tenantId, ctx.params.id)
    const [error, input] = await ctx.request.tryValidateUsing(websiteValidator)
    if (error) return this.#page(ctx, widget.externalId, error)
    await this.chat.setup.allow(widget, input.address, user.id)
    return ctx.response.redirect().toPath(`${SETUP_URL}?widget=${widget.externalId}`)
  }

  /** What the page asks for again and again while it waits. */
  async state({ chatDesk, params, response }: HttpContext) {
    response.header('Cache-Control', 'no-store')
    return presentVisit(await this.chat.setup.state(chatDesk.tenantId, params.id))
  }

  async #page(ctx: HttpContext, widgetId: unknown, error?: Reasons) {
    const id = typeof widgetId === 'string' ? widgetId : undefined
    const state = await this.chat.setup.state(ctx.chatDesk.tenantId, id)
    if (error) ctx.response.status(422)
    return ctx.view.render('chat::settings/setup', {
      ...presentSetup(state, this.chat.config),
      errors: error ? firstReasons(error.messages) : {},
      typed: error ? ctx.request.only(['name', 'address']) : {},
    })
  }
}
