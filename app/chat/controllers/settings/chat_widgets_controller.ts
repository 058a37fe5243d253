import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { errors } from '@vinejs/vine'
import type Widget from '#chat/models/widget'
import { ChatService } from '#chat/services/chat_service'
import { toWidgetAttributes } from '#chat/controllers/settings/widget_attributes_input'
import { refusedInput } from '#chat/controllers/settings/refused_input'
import { widgetFormState } from '#chat/controllers/settings/widget_form_state'
import { widgetRows } from '#chat/controllers/settings/widget_rows'
import { hasBeenVisited } from '#chat/services/setup/first_visits'
import { widgetValidator } from '#chat/validators/settings/widget_validator'

type RefusedForm = InstanceType<typeof errors.E_VALIDATION_ERROR>

const LIST = '/settings/chat-widgets'
const editPathOf = (widget: Widget) => `${LIST}/${widget.externalId}/edit`

/** Settings > Chat Widgets: the tenant's widgets, and the form that shapes one (A2). */
@inject()
export default class ChatWidgetsController {
  constructor(protected chat: ChatService) {}

  /** The tenant's widgets by name. */
  async index({ chatDesk, view }: HttpContext) {
    const widgets = await this.chat.widgets.list(chatDesk.tenantId)
    const rows = await widgetRows(widgets, this.chat.host, chatDesk.tenantId)
    return view.render('chat::settings/index', { rows, isSetUp: widgets.some(hasBeenVisited) })
  }

  /** The form with what a new widget looks like by default. */
  async create({ view }: HttpContext) {
    return view.render('chat::settings/form', widgetFormState(this.chat.config, null))
  }

  /** Makes a widget; a form that is refused comes back as it was sent, with the reasons. */
  async store(ctx: HttpContext) {
    const [error, input] = await ctx.request.tryValidateUsing(widgetValidator)
    if (error) return this.#refuse(ctx, null, error)

    const { tenantId, user } = ctx.chatDesk
    const widget = await this.chat.widgets.create(tenantId, toWidgetAttributes(input), user.id)
    ctx.session.flash('success', `${widget.name} is ready. Put its code into your website.`)
    return ctx.response.redirect().toPath(editPathOf(widget))
  }

  /** The form with the widget as it is. */
  async edit({ chatDesk, params, view }: HttpContext) {
    const widget = await this.chat.widgets.find(chatDesk.tenantId, params.id)
    return view.render('chat::settings/form', widgetFormState(this.chat.config, widget))
  }

  /** Changes a widget; websites that carry it show the change with their visitors' next page. */
  async update(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatDesk
    const widget = await this.chat.widgets.find(tenantId, ctx.params.id)
    const [error, input] = await ctx.request.tryValidateUsing(widgetValidator)
    if (error) return this.#refuse(ctx, widget, error)

    await this.chat.widgets.update(widget, toWidgetAttributes(input), user.id)
    ctx.session.flash('success', 'Your changes have been saved.')
    return ctx.response.redirect().toPath(editPathOf(widget))
  }

  /** Takes a widget off every website; its conversations stay in the inbox. */
  async destroy({ chatDesk, params, response, session }: HttpContext) {
    const widget = await this.chat.widgets.find(chatDesk.tenantId, params.id)
    await this.chat.widgets.remove(widget, chatDesk.user.id)
    session.flash(
      'success',
      `${widget.name} has been deleted. Its conversations stay in the inbox.`
    )
    return response.redirect().toPath(LIST)
  }

  /** Nothing of what was typed is lost: the page itself answers, not a redirect with a cookie. */
  async #refuse(ctx: HttpContext, widget: Widget | null, error: RefusedForm) {
    if (ctx.request.ajax() || ctx.request.accepts(['html', 'json']) === 'json') throw error
    const state = widgetFormState(this.chat.config, widget, refusedInput(ctx.request.all(), error))
    ctx.response.status(422)
    return ctx.view.render('chat::settings/form', state)
  }
}
