import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { answer } from '#chat/http/inbox_responses'
import { retentionInWords } from '#chat/presenters/retention'
import { ChatService } from '#chat/services/chat_service'
import { retentionValidator } from '#chat/validators/settings/retention_validator'

/** Says what a widget's retention would delete now, before it is saved; deletes nothing. */
@inject()
export default class RetentionController {
  constructor(protected chat: ChatService) {}

  async show(ctx: HttpContext) {
    const { days } = await retentionValidator.validate(ctx.request.qs())
    const widget = await this.chat.widgets.find(ctx.chatAuth.tenantId, ctx.params.id)
    const expired = await this.chat.retention.preview(widget, days)
    return answer(ctx, { ...expired, words: retentionInWords(expired) })
  }
}
