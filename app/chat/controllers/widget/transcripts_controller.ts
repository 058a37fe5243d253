import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatLimits } from '#chat/http/chat_limits'
import { mailTranscript } from '#chat/http/mail_transcript'
import { sendTranscript } from '#chat/http/send_transcript'
import { ChatService } from '#chat/services/chat_service'
import { transcriptMailValidator, transcriptValidator } from '#chat/validators/widget/transcript'

/** A visitor's own conversation, to keep (W20). */
@inject()
export default class TranscriptsController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  /** As a file. */
  async show(ctx: HttpContext) {
    const form = await transcriptValidator.validate(ctx.request.qs())
    const conversation = await this.#conversation(ctx)
    return sendTranscript(ctx, await this.chat.transcripts.of(conversation), form)
  }

  /** By email to the address that the visitor has given, and to no other. */
  async store(ctx: HttpContext) {
    const { zone = 'UTC' } = await transcriptMailValidator.validate(ctx.request.all())
    const conversation = await this.#conversation(ctx)
    const admit = () => this.limits.transcript(ctx.chatVisitor, ctx.request.ip())
    await mailTranscript(this.chat, this.limits, { conversation, zone, admit })
    return ctx.response.noContent()
  }

  #conversation({ chatVisitor, params }: HttpContext) {
    return this.chat.inbox.ownConversation(chatVisitor, params.id)
  }
}
