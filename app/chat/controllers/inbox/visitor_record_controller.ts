import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { presentVisitorRecord } from '#chat/presenters/visitor_record'
import { ChatService } from '#chat/services/chat_service'
import { keptFile } from '#chat/http/kept_file'
import { namedConversation } from '#chat/http/named_conversation'

/** All that the chat keeps about a conversation's visitor, as a page that opens without a network. */
@inject()
export default class VisitorRecordController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    const { visitor } = await namedConversation(this.chat, ctx)
    const record = await this.chat.visitors.record(visitor, ctx.chatAuth.agent)
    const conversations = record.conversations.map(({ conversation }) => conversation)
    const files = await this.chat.attachments.embedded(conversations)
    const page = presentVisitorRecord(record, files, ViewerClock.of(ctx))
    keptFile(ctx, `visitor-${visitor.externalId}.html`)
    return ctx.response.send(await ctx.view.render('chat::records/visitor', page))
  }
}
