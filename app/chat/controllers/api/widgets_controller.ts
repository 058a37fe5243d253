import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf, queryOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { widgetDefaults } from '#chat/services/widgets/widget_attributes'
import { pageOf, single } from '#chat/http/api_responses'
import { toWidgetChanges } from '#chat/forms/widget_changes'
import { widgetShape } from '#chat/transformers/api/widget'
import { pageValidator } from '#chat/validators/api/paging'
import { newWidgetValidator, widgetChangesValidator } from '#chat/validators/api/widget'

/** The tenant's widgets. */
@inject()
export default class WidgetsController {
  constructor(protected chat: ChatService) {}

  async index({ chatAuth, request }: HttpContext) {
    const asked = await queryOf(request, pageValidator)
    return pageOf(widgetShape, await this.chat.widgets.list(chatAuth.tenantId), asked)
  }

  async store({ chatAuth, request, response }: HttpContext) {
    const input = await bodyOf(request, newWidgetValidator)
    const attributes = { ...widgetDefaults(), ...toWidgetChanges(input), name: input.name }
    const { tenantId, user } = chatAuth
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
    const input = await bodyOf(ctx.request, widgetChangesValidator)
    const changes = toWidgetChanges(input)
    return single(
      widgetShape,
      await this.chat.widgets.update(widget, changes, ctx.chatAuth.user.id)
    )
  }

  async destroy(ctx: HttpContext) {
    await this.chat.widgets.remove(await this.#widget(ctx), ctx.chatAuth.user.id)
    return ctx.response.noContent()
  }

  #widget({ chatAuth, params }: HttpContext) {
    return this.chat.widgets.find(chatAuth.tenantId, params.id)
  }
}
