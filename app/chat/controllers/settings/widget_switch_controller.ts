import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'

/** Switches a widget on and off without touching how it looks. */
@inject()
export default class WidgetSwitchController {
  constructor(protected chat: ChatService) {}

  /** Turns the widget to the other state; an inactive one is on no website. */
  async update({ chatDesk, params, response, session }: HttpContext) {
    const widget = await this.chat.widgets.find(chatDesk.tenantId, params.id)
    await this.chat.widgets.setActive(widget, !widget.isActive, chatDesk.user.id)
    session.flash('success', `${widget.name} is now ${widget.isActive ? 'active' : 'inactive'}.`)
    return response.redirect().back()
  }
}
