import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf, queryOf } from '#chat/http/api_input'
import { ChatLimits } from '#chat/http/chat_limits'
import { mailTranscript } from '#chat/http/mail_transcript'
import { namedConversation } from '#chat/http/named_conversation'
import { sendTranscript } from '#chat/http/send_transcript'
import { ChatService } from '#chat/services/chat_service'
import { transcriptMailValidator, transcriptValidator } from '#chat/validators/widget/transcript'

/** A conversation as its visitor may keep it (W20). */
@inject()
export default class TranscriptsController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  async show(ctx: HttpContext) {
    const form = await queryOf(ctx.request, transcriptValidator)
    const conversation = await namedConversation(this.chat, ctx)
    return sendTranscript(ctx, await this.chat.transcripts.of(conversation), form)
  }

  async store(ctx: HttpContext) {
    const { zone = 'UTC' } = await bodyOf(ctx.request, transcriptMailValidator)
    const conversation = await namedConversation(this.chat, ctx)
    await mailTranscript(this.chat, this.limits, { conversation, zone })
    return ctx.response.noContent()
  }
}
