import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'

/** Gives a widget a new key, for the day on which the old one is used where it should not be. */
@inject()
export default class WidgetKeyController {
  constructor(protected chat: ChatService) {}

  /** From here on every page that carries the old key shows no chat. */
  async update({ chatDesk, params, response, session }: HttpContext) {
    const widget = await this.chat.widgets.find(chatDesk.tenantId, params.id)
    await this.chat.widgets.regenerateKey(widget, chatDesk.user.id)
    session.flash('success', 'There is a new key. Put the new code into your website.')
    return response.redirect().toPath(`/settings/chat-widgets/${widget.externalId}/edit`)
  }
}
