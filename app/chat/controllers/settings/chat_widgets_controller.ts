import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { errors } from '#chat/validators/vine'
import type Widget from '#chat/models/widget'
import { isScript } from '#chat/http/inbox_responses'
import { ChatService } from '#chat/services/chat_service'
import { toWidgetAttributes } from '#chat/forms/widget_attributes_input'
import { refusedInput } from '#chat/http/refused_input'
import { widgetFormState } from '#chat/forms/widget_form_state'
import { widgetRows } from '#chat/presenters/widget_rows'
import { NOTICED_WITHIN_MS } from '#chat/realtime/catch_up'
import { ServingProcesses } from '#chat/services/processes/serving_processes'
import { hasBeenVisited } from '#chat/services/widgets/setup/first_visits'
import { widgetValidator } from '#chat/validators/settings/widget_validator'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

type RefusedForm = InstanceType<typeof errors.E_VALIDATION_ERROR>

const list = () => chatUrl('chat.settings.widgets.index')
const editPathOf = (widget: Widget) =>
  chatUrl('chat.settings.widgets.edit', { id: widget.externalId })

/** Settings > Chat Widgets: the tenant's widgets, and the form that shapes one (A2). */
@inject()
export default class ChatWidgetsController {
  constructor(
    protected chat: ChatService,
    protected processes: ServingProcesses
  ) {}

  /** The tenant's widgets by name, and whether the servers behind them hear each other. */
  async index({ chatAuth, view }: HttpContext) {
    const widgets = await this.chat.widgets.list(chatAuth.tenantId)
    const rows = await widgetRows(widgets, this.chat.host, chatAuth.tenantId)
    const { length: unconnectedProcesses } = await this.processes.unconnected()
    const { isBusBroken } = this.processes
    const isSetUp = widgets.some(hasBeenVisited)
    const catchUpSeconds = NOTICED_WITHIN_MS / 1000
    const state = { rows, isSetUp, unconnectedProcesses, isBusBroken, catchUpSeconds }
    return view.render('chat::settings/index', state)
  }

  /** The form with what a new widget looks like by default. */
  async create({ view }: HttpContext) {
    return view.render('chat::settings/form', widgetFormState(this.chat, null))
  }

  /** Makes a widget; a form that is refused comes back as it was sent, with the reasons. */
  async store(ctx: HttpContext) {
    const [error, input] = await widgetValidator.tryValidate(ctx.request.all())
    if (error) return this.#refuse(ctx, null, error)

    const { tenantId, user } = ctx.chatAuth
    const widget = await this.chat.widgets.create(tenantId, toWidgetAttributes(input), user.id)
    ctx.session.flash('success', text('widgets.flash.created', { name: widget.name }))
    return ctx.response.redirect().toPath(editPathOf(widget))
  }

  /** The form with the widget as it is. */
  async edit({ chatAuth, params, view }: HttpContext) {
    const widget = await this.chat.widgets.find(chatAuth.tenantId, params.id)
    return view.render('chat::settings/form', widgetFormState(this.chat, widget))
  }

  /** Changes a widget; websites that carry it show the change with their visitors' next page. */
  async update(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatAuth
    const widget = await this.chat.widgets.find(tenantId, ctx.params.id)
    const [error, input] = await widgetValidator.tryValidate(ctx.request.all())
    if (error) return this.#refuse(ctx, widget, error)

    await this.chat.widgets.update(widget, toWidgetAttributes(input), user.id)
    ctx.session.flash('success', text('forms.saved'))
    return ctx.response.redirect().toPath(editPathOf(widget))
  }

  /** Takes a widget off every website; its conversations stay in the inbox. */
  async destroy({ chatAuth, params, response, session }: HttpContext) {
    const widget = await this.chat.widgets.find(chatAuth.tenantId, params.id)
    await this.chat.widgets.remove(widget, chatAuth.user.id)
    session.flash('success', text('widgets.flash.deleted', { name: widget.name }))
    return response.redirect().toPath(list())
  }

  /** Nothing of what was typed is lost: the page itself answers, not a redirect with a cookie. */
  async #refuse(ctx: HttpContext, widget: Widget | null, error: RefusedForm) {
    if (ctx.request.ajax() || isScript(ctx)) throw error
    const state = widgetFormState(this.chat, widget, refusedInput(ctx.request.all(), error))
    ctx.response.status(422)
    return ctx.view.render('chat::settings/form', state)
  }
}
