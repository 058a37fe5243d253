import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { widgetConfig } from '#chat/transformers/widget_config'

/** Texts, appearance and behaviour of a widget, and whether somebody is there. */
@inject()
export default class ConfigController {
  constructor(protected chat: ChatService) {}

  async show({ chatWidget }: HttpContext) {
    return widgetConfig(chatWidget, await this.chat.widgets.availability(chatWidget))
  }
}
