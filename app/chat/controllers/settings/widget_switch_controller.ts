import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { text } from '#chat/texts/text'

/** Switches a widget on and off without touching how it looks. */
@inject()
export default class WidgetSwitchController {
  constructor(protected chat: ChatService) {}

  /** Turns the widget to the other state; an inactive one is on no website. */
  async update({ chatAuth, params, response, session }: HttpContext) {
    const widget = await this.chat.widgets.find(chatAuth.tenantId, params.id)
    await this.chat.widgets.setActive(widget, !widget.isActive, chatAuth.user.id)
    const { name } = widget
    session.flash(
      'success',
      widget.isActive
        ? text('widgets.flash.activated', { name })
        : text('widgets.flash.deactivated', { name })
    )
    return response.redirect().back()
  }
}
