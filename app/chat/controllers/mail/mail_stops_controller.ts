import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { publicPage } from '#chat/http/public_page'
import { ChatService } from '#chat/services/chat_service'
import { text } from '#chat/texts/text'

/** Takes an address off the list of those that get emails (RFC 8058): looking changes nothing, a POST does. */
@inject()
export default class MailStopsController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    const link = await this.#link(ctx)
    if (!link) return this.#page(ctx, text('mails.stop.unknown'), 404)
    const { email } = link
    return this.#page(ctx, text('mails.stop.question', { email, site: ctx.chatWidget.name }), 200, {
      button: text('mails.stop.button'),
    })
  }

  async store(ctx: HttpContext) {
    const link = await this.#link(ctx)
    if (!link) return this.#page(ctx, text('mails.stop.unknown'), 404)
    await this.chat.mails.stop(link)
    const { email } = link
    return this.#page(ctx, text('mails.stop.done', { email, site: ctx.chatWidget.name }))
  }

  #link({ chatWidget, params }: HttpContext) {
    return this.chat.mails.links.find(chatWidget, params.token)
  }

  #page(ctx: HttpContext, line: string, status = 200, more: { button?: string } = {}) {
    ctx.response.status(status)
    const title = text('mails.stop.title')
    return publicPage(ctx, 'chat::mails/stop', { title, line, button: null, ...more })
  }
}
