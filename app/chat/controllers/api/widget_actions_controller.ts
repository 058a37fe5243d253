import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { single } from '#chat/http/api_responses'
import { embedCode } from '#chat/presenters/embed_code'
import { embedCodeShape, widgetShape } from '#chat/transformers/api/widget'

/** What is done to a widget besides shaping it. */
@inject()
export default class WidgetActionsController {
  constructor(protected chat: ChatService) {}

  async toggleActive(ctx: HttpContext) {
    const widget = await this.#widget(ctx)
    const { user } = ctx.chatAuth
    return single(widgetShape, await this.chat.widgets.setActive(widget, !widget.isActive, user.id))
  }

  async regenerateToken(ctx: HttpContext) {
    const widget = await this.#widget(ctx)
    return single(widgetShape, await this.chat.widgets.regenerateKey(widget, ctx.chatAuth.user.id))
  }

  async embedCode(ctx: HttpContext) {
    return single(embedCodeShape, embedCode(this.chat.widgets, await this.#widget(ctx)))
  }

  #widget({ chatAuth, params }: HttpContext) {
    return this.chat.widgets.find(chatAuth.tenantId, params.id)
  }
}
