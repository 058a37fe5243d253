import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { changedConversation } from '#chat/controllers/api/changed_conversation'
import { refuse } from '#chat/controllers/api/answers'
import { LabelNotFound } from '#chat/exceptions/chat_errors'
import { conversationLabelsValidator, conversationLabelValidator } from '#chat/validators/api/label'

/** The labels of a conversation: all of them at once, or one by one. */
@inject()
export default class ConversationLabelsController {
  constructor(protected chat: ChatService) {}

  /** From now on these, and no others. */
  async update(ctx: HttpContext) {
    const { request, chatDesk } = ctx
    const data = request.body()
    const input = await request.validateUsing(conversationLabelsValidator, { data })
    return changedConversation(this.chat, ctx, async (conversation, by) => {
      const known = await this.chat.labels.findAll(chatDesk.tenantId, input.labels)
      if (known.length < input.labels.length) refuse('labels', 'label', 'There is no such label')
      return this.chat.work.setLabels(conversation, known, by)
    })
  }

  async store(ctx: HttpContext) {
    const { request, chatDesk } = ctx
    const data = request.body()
    const input = await request.validateUsing(conversationLabelValidator, { data })
    return changedConversation(this.chat, ctx, async (conversation, by) => {
      const [label] = await this.chat.labels.findAll(chatDesk.tenantId, [input.label])
      if (!label) return refuse('label', 'label', 'There is no such label')
      return this.chat.work.addLabel(conversation, label, by)
    })
  }

  /** @throws LabelNotFound when the conversation has no such label */
  async destroy(ctx: HttpContext) {
    return changedConversation(this.chat, ctx, async (conversation, by) => {
      const labels = await this.chat.work.labelsOf(conversation)
      const label = labels.find(({ externalId }) => externalId === ctx.params.label)
      if (!label) throw new LabelNotFound()
      return this.chat.work.removeLabel(conversation, label, by)
    })
  }
}
