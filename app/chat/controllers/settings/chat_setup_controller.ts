import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { firstReasons } from '#chat/http/first_reasons'
import { presentProgress, presentSetup } from '#chat/presenters/setup'
import { firstWidgetValidator, websiteValidator } from '#chat/validators/settings/setup_validator'
import { chatUrl } from '#chat/support/chat_url'
import type Widget from '#chat/models/widget'

const setupUrl = ({ externalId }: Widget) =>
  chatUrl('chat.settings.setup.show', {}, { widget: externalId })

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
    const [error, input] = await firstWidgetValidator.tryValidate(ctx.request.all())
    if (error) return this.#page(ctx, undefined, error)
    const { tenantId, user } = ctx.chatAuth
    const widget = await this.chat.widgets.setup.createWidget(tenantId, input.name, user.id)
    return ctx.response.redirect().toPath(setupUrl(widget))
  }

  /** Allows the website whose address was pasted. */
  async allow(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatAuth
    const widget = await this.chat.widgets.find(tenantId, ctx.params.id)
    const [error, input] = await websiteValidator.tryValidate(ctx.request.all())
    if (error) return this.#page(ctx, widget.externalId, error)
    await this.chat.widgets.setup.allow(widget, input.address, user.id)
    return ctx.response.redirect().toPath(setupUrl(widget))
  }

  /** What the page asks for again and again while it waits. */
  async state({ chatAuth, params, response }: HttpContext) {
    response.header('Cache-Control', 'no-store')
    return presentProgress(await this.chat.widgets.setup.state(chatAuth.tenantId, params.id))
  }

  async #page(ctx: HttpContext, widgetId: unknown, error?: Reasons) {
    const id = typeof widgetId === 'string' ? widgetId : undefined
    const state = await this.chat.widgets.setup.state(ctx.chatAuth.tenantId, id)
    if (error) ctx.response.status(422)
    return ctx.view.render('chat::settings/setup', {
      ...presentSetup(state, this.chat.widgets),
      errors: error ? firstReasons(error.messages) : {},
      typed: error ? ctx.request.only(['name', 'address']) : {},
    })
  }
}
