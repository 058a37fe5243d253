import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatLimits } from '#chat/http/chat_limits'
import { answerAction } from '#chat/http/inbox_responses'
import { mailTranscript } from '#chat/http/mail_transcript'
import { namedConversation } from '#chat/http/named_conversation'
import { sendTranscript } from '#chat/http/send_transcript'
import { ChatService } from '#chat/services/chat_service'
import { transcriptValidator } from '#chat/validators/widget/transcript'
import { text } from '#chat/texts/text'

/** A conversation as its visitor may keep it, for agents to hand on: without notes and internal lines (W20). */
@inject()
export default class TranscriptsController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  /** As a file, its times in the company's time zone unless another is named. */
  async show(ctx: HttpContext) {
    const { format, zone } = await transcriptValidator.validate(ctx.request.qs())
    const conversation = await namedConversation(this.chat, ctx)
    const transcript = await this.chat.transcripts.of(conversation)
    return sendTranscript(ctx, transcript, { format, zone: zone ?? (await this.#zone(ctx)) })
  }

  /** By email to the visitor. */
  async store(ctx: HttpContext) {
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      const zone = await this.#zone(ctx)
      const email = await mailTranscript(this.chat, this.limits, { conversation, zone })
      return { notice: text('transcripts.mailed', { email }) }
    })
  }

  #zone({ chatAuth }: HttpContext) {
    return this.chat.analytics.timeZone(chatAuth.tenantId)
  }
}
