import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

/** Gives a widget a new key, for the day on which the old one is used where it should not be. */
@inject()
export default class WidgetKeyController {
  constructor(protected chat: ChatService) {}

  /** From here on every page that carries the old key shows no chat. */
  async update({ chatAuth, params, response, session }: HttpContext) {
    const widget = await this.chat.widgets.find(chatAuth.tenantId, params.id)
    await this.chat.widgets.regenerateKey(widget, chatAuth.user.id)
    session.flash('success', text('widgets.flash.new_key'))
    const id = widget.externalId
    return response.redirect().toPath(chatUrl('chat.settings.widgets.edit', { id }))
  }
}
