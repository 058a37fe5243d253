import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatLimits } from '#chat/http/chat_limits'
import { answerPage } from '#chat/http/reader_language'
import { publicPage } from '#chat/http/public_page'
import { ChatService } from '#chat/services/chat_service'
import { isLinkToken } from '#chat/services/mail/direct_links'
import type { LinkExchangeJson, LinkPageJson } from '#chat/transformers/json/link_json'
import { scriptSafeJson } from '#chat/transformers/widget_config'
import { chatAsset } from '#chat/support/assets'
import { inlinedAsset } from '#chat/support/inlined_asset'
import { chatPath } from '#chat/support/chat_url'
import { baseOf, visitorApiOf } from '#chat/support/widget_address'
import { languageInUse } from '#chat/texts/catalogue'
import { text } from '#chat/texts/text'

/** The page that a link in an email leads to: the whole window is the chat, with one conversation in it. */
@inject()
export default class LinksController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  /** Opens nothing yet, so that a program that only looks at addresses changes nothing: the page's script asks. */
  show(ctx: HttpContext) {
    return answerPage(ctx, undefined, () => this.#page(ctx))
  }

  #page(ctx: HttpContext) {
    const { chatWidget: widget, params, request } = ctx
    const key = widget.publicKey
    const { config } = this.chat
    const token = isLinkToken(params.token) ? params.token : ''
    const built = chatAsset('resources/js/chat/link/main.ts')
    const page: LinkPageJson = {
      token,
      frame: `${baseOf(config, request)}${chatPath('chat.widget.frame', { key })}?lang=${languageInUse()}`,
      exchange: `${visitorApiOf(config, request, key)}/links/${token}`,
      texts: {
        opening: text('mails.link.opening'),
        expired: text('mails.link.expired'),
        failed: text('mails.link.failed'),
        ended: text('mails.link.ended'),
        back: text('mails.link.back'),
      },
    }
    const title = text('mails.link.title', { site: widget.name })
    return publicPage(ctx, 'chat::mails/link', {
      title,
      pageJson: scriptSafeJson(page),
      script: inlinedAsset(built.js),
      styles: inlinedAsset(built.css[0]),
    })
  }

  /** Exchanges a link for a visitor token that reaches its conversation only. */
  async open({ chatWidget, params, request, response }: HttpContext): Promise<LinkExchangeJson> {
    await this.limits.linkOpened(request.ip())
    response.header('Referrer-Policy', 'no-referrer')
    return { visitor_token: await this.chat.mails.links.open(chatWidget, params.token) }
  }
}
