import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { WIDGET_DEFAULTS } from '#chat/services/widget_attributes'
import { pageOf, single } from '#chat/controllers/api/answers'
import { toWidgetChanges } from '#chat/controllers/api/widget_changes'
import { widgetShape } from '#chat/transformers/api/widget'
import { pageValidator } from '#chat/validators/api/paging'
import { newWidgetValidator, widgetChangesValidator } from '#chat/validators/api/widget'

/** The tenant's widgets. */
@inject()
export default class WidgetsController {
  constructor(protected chat: ChatService) {}

  async index({ chatDesk, request }: HttpContext) {
    const asked = await request.validateUsing(pageValidator, { data: request.qs() })
    return pageOf(widgetShape, await this.chat.widgets.list(chatDesk.tenantId), asked)
  }

  async store({ chatDesk, request, response }: HttpContext) {
    const input = await request.validateUsing(newWidgetValidator, { data: request.body() })
    const attributes = { ...WIDGET_DEFAULTS, ...toWidgetChanges(input), name: input.name }
    const { tenantId, user } = chatDesk
    const widget = await this.chat.widgets.create(tenantId, attributes, user.id)
    response.status(201)
    return single(widgetShape, widget)
  }

  async show(ctx: HttpContext) {
    return single(widgetShape, await this.#widget(ctx))
  }

  /** What is left out stays as it is. */
  async update(ctx: HttpContext) {
    const widget = await this.#widget(ctx)
    const data = ctx.request.body()
    const input = await ctx.request.validateUsing(widgetChangesValidator, { data })
    const changes = toWidgetChanges(input)
    return single(
      widgetShape,
      await this.chat.widgets.update(widget, changes, ctx.chatDesk.user.id)
    )
  }

  async destroy(ctx: HttpContext) {
    await this.chat.widgets.remove(await this.#widget(ctx), ctx.chatDesk.user.id)
    return ctx.response.noContent()
  }

  #widget({ chatDesk, params }: HttpContext) {
    return this.chat.widgets.find(chatDesk.tenantId, params.id)
  }
}
