import { inject } from '@adonisjs/core'
import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { ChatService } from '#chat/services/chat_service'
import { MailsNotKept } from '#chat/exceptions/chat_errors'
import { chatUrl } from '#chat/support/chat_url'

/** The emails of a try-out without a mail server; in production, and where there is one, no such page. */
@inject()
export default class KeptMailsController {
  constructor(protected chat: ChatService) {}

  async index(ctx: HttpContext) {
    const mails = await this.#kept.list(ctx.chatAuth.tenantId)
    const clock = ViewerClock.of(ctx)
    const rows = mails.map(({ externalId, recipient, sender, subject, createdAt }) => ({
      ...{ href: chatUrl('chat.mails.kept.show', { id: externalId }), recipient, sender, subject },
      iso: createdAt.toISO(),
      at: clock.full(createdAt),
    }))
    return ctx.view.render('chat::mails/kept', { rows })
  }

  async show(ctx: HttpContext) {
    const mail = await this.#kept.find(ctx.chatAuth.tenantId, ctx.params.id)
    if (!mail) throw new MailsNotKept()
    const all = { 'Message-ID': mail.messageId, ...mail.headers }
    const headers = Object.entries(all).map(([name, value]) => ({ name, value }))
    return ctx.view.render('chat::mails/kept_mail', { mail, headers })
  }

  get #kept() {
    const { kept } = this.chat.mails
    if (!kept || app.inProduction) throw new MailsNotKept()
    return kept
  }
}
