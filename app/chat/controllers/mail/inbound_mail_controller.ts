import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { MailSecretWrong, MailTypeWrong, MailUnknown } from '#chat/exceptions/chat_errors'
import { isBearer } from '#chat/http/bearer_token'
import { ChatLimits } from '#chat/http/chat_limits'
import { ChatService } from '#chat/services/chat_service'
import { mailTooLarge } from '#chat/services/mail/inbound/mail_too_large'
import type { MailReceipt } from '#chat/services/mail/inbound/mail_receipt'

/** Bodies that no parser of the host reads before. */
const TYPES = ['message/rfc822', 'application/octet-stream']

/** Takes emails from a mail server or provider: the body is the email as it arrived. */
@inject()
export default class InboundMailController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  /**
   * 200 says that the email needs no second try. A refusal (4xx) is for its sender to hear of; anything else is to be
   * tried again.
   */
  async store(ctx: HttpContext): Promise<MailReceipt> {
    await this.limits.request(ctx.request.ip())
    const { inbound } = this.chat.config.mail
    if (!inbound) throw new MailUnknown()
    if (!isBearer(ctx.request, inbound.secret)) throw new MailSecretWrong()
    if (!ctx.request.is(TYPES)) throw new MailTypeWrong()
    return this.chat.mails.inbound.receive(await bodyOf(ctx, inbound.maxBytes))
  }
}

/** Reads to the end, so that the sender reads the refusal of an email that is too large; keeps no more than allowed. */
async function bodyOf({ request }: HttpContext, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.request) {
    length += chunk.length
    if (length <= maxBytes) chunks.push(chunk)
    else chunks.length = 0
  }
  if (length > maxBytes) throw mailTooLarge(maxBytes)
  return Buffer.concat(chunks)
}
