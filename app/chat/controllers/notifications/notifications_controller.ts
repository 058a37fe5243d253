import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { answer } from '#chat/http/inbox_responses'
import { presentNotices } from '#chat/presenters/notices'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { ChatService } from '#chat/services/chat_service'
import type { FragmentJson } from '#chat/transformers/json/inbox_json'
import type { NotificationsJson } from '#chat/transformers/json/notification_json'
import { NO_NOTIFICATIONS, notificationState } from '#chat/transformers/notification_state'
import { seenValidator } from '#chat/validators/notifications/notifications'

/** The bell on every page of the CRM: how many notifications are unread, and the newest ones. */
@inject()
export default class NotificationsController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    const { agent, may, sight } = ctx.chatAuth
    if (!may.has('reply chat')) return answer<NotificationsJson>(ctx, NO_NOTIFICATIONS)
    const { notifications } = this.chat
    const [unread, muted, choices] = await Promise.all([
      notifications.unread(agent, sight),
      notifications.mutes.list(agent),
      notifications.preferences.of(agent),
    ])
    return answer<NotificationsJson>(ctx, notificationState(unread, muted, choices))
  }

  async index(ctx: HttpContext) {
    const { agent, sight } = ctx.chatAuth
    const notices = await this.chat.notifications.newest(agent, sight)
    const list = presentNotices(notices, ViewerClock.of(ctx))
    return answer<FragmentJson>(ctx, {
      html: await ctx.view.render('chat::notifications/list', { list }),
    })
  }

  async read(ctx: HttpContext) {
    const { notification } = await seenValidator.validate(ctx.request.all())
    await this.chat.notifications.read(ctx.chatAuth.agent, notification)
    return ctx.response.noContent()
  }
}
