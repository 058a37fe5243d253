import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { toNoticeChoices } from '#chat/forms/notification_settings_form'
import { presentNotificationSettings } from '#chat/presenters/notification_settings'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { ChatService } from '#chat/services/chat_service'
import { chatUrl } from '#chat/support/chat_url'
import { languageInUse } from '#chat/texts/catalogue'
import { text } from '#chat/texts/text'
import { noticeSettingsValidator } from '#chat/validators/notifications/notifications'

/** How an agent wants to be notified: channels, quiet hours, browsers, muted conversations. */
@inject()
export default class NotificationSettingsController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    const { agent } = ctx.chatAuth
    const { notifications } = this.chat
    const [choices, browsers, muted] = await Promise.all([
      notifications.preferences.of(agent),
      notifications.browsers.list(agent),
      notifications.mutes.list(agent),
    ])
    const { has } = notifications
    const clock = ViewerClock.of(ctx)
    const parts = { agentId: agent.id, choices, has, browsers, muted, clock }
    return ctx.view.render('chat::notifications/settings', presentNotificationSettings(parts))
  }

  /** Times are on the clock that the page has shown. */
  async update(ctx: HttpContext) {
    const input = await noticeSettingsValidator.validate(ctx.request.all())
    const { agent } = ctx.chatAuth
    const { preferences, has } = this.chat.notifications
    const choices = toNoticeChoices(input, await preferences.of(agent), {
      has,
      timeZone: ViewerClock.of(ctx).zone,
      locale: languageInUse(),
    })
    await preferences.save(agent, choices)
    ctx.session.flash('success', text('forms.saved'))
    return ctx.response.redirect().toPath(chatUrl('chat.notifications.settings'))
  }
}
