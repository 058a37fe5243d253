import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { answerPage } from '#chat/http/reader_language'
import { ChatService } from '#chat/services/chat_service'
import { widgetConfig } from '#chat/transformers/widget_config'
import { visitorApiOf } from '#chat/support/widget_address'

/** Texts, appearance and behaviour of a widget, and whether the team is available. */
@inject()
export default class ConfigController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    const { chatWidget, request } = ctx
    const availability = await this.chat.widgets.availability(chatWidget)
    const api = visitorApiOf(this.chat.config, request, chatWidget.publicKey)
    return answerPage(ctx, undefined, () => widgetConfig(chatWidget, availability, api))
  }
}
