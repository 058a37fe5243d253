import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { namedConversation } from '#chat/http/named_conversation'
import { presentReceived } from '#chat/presenters/received_mail'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { ChatService } from '#chat/services/chat_service'
import { parseMail } from '#chat/services/mail/inbound/parsed_mail'

/** The original of an email that became a message: as text on a page, and as the file that it is. */
@inject()
export default class ReceivedMailsController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    const { conversation, mail, raw } = await this.#original(ctx)
    const parsed = await parseMail(raw)
    const page = presentReceived(conversation, mail, parsed, ViewerClock.of(ctx))
    return ctx.view.render('chat::inbox/received_mail', page)
  }

  /** Downloaded, never opened: what is in it comes from strangers. */
  async download(ctx: HttpContext) {
    const { mail, raw } = await this.#original(ctx)
    ctx.response.header('Content-Type', 'message/rfc822')
    ctx.response.header('Content-Disposition', `attachment; filename="${mail.externalId}.eml"`)
    ctx.response.header('Cache-Control', 'private, no-store')
    ctx.response.header('X-Content-Type-Options', 'nosniff')
    return ctx.response.send(raw)
  }

  async #original(ctx: HttpContext) {
    const { originals } = this.chat.mails.inbound
    const conversation = await namedConversation(this.chat, ctx)
    const mail = await originals.find(conversation, ctx.params.mail)
    return { conversation, mail, raw: await originals.original(mail) }
  }
}
