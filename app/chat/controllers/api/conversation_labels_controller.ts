import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { changedConversation } from '#chat/http/changed_conversation'
import { inOrderOf } from '#chat/models/reference'
import { refuse } from '#chat/http/api_responses'
import { text } from '#chat/texts/text'
import { LabelNotFound } from '#chat/exceptions/chat_errors'
import { conversationLabelsValidator, conversationLabelValidator } from '#chat/validators/api/label'

/** The labels of a conversation: all of them together, or one by one. */
@inject()
export default class ConversationLabelsController {
  constructor(protected chat: ChatService) {}

  /** From now on these, and no others. */
  async update(ctx: HttpContext) {
    const { request, chatAuth } = ctx
    const input = await bodyOf(request, conversationLabelsValidator)
    return changedConversation(this.chat, ctx, async (conversation, by) => {
      const known = await this.chat.labels.findAll(chatAuth.tenantId, input.labels)
      if (inOrderOf(known, input.labels).includes(undefined))
        refuse('labels', 'label', text('errors.label_not_found'))
      return this.chat.conversations.triage.setLabels(conversation, known, by)
    })
  }

  async store(ctx: HttpContext) {
    const { request, chatAuth } = ctx
    const input = await bodyOf(request, conversationLabelValidator)
    return changedConversation(this.chat, ctx, async (conversation, by) => {
      const [label] = await this.chat.labels.findAll(chatAuth.tenantId, [input.label])
      if (!label) return refuse('label', 'label', text('errors.label_not_found'))
      return this.chat.conversations.triage.addLabel(conversation, label, by)
    })
  }

  /** @throws LabelNotFound when the conversation has no such label */
  async destroy(ctx: HttpContext) {
    return changedConversation(this.chat, ctx, async (conversation, by) => {
      const labels = await this.chat.conversations.triage.labelsOf(conversation)
      const [label] = inOrderOf(labels, [ctx.params.label])
      if (!label) throw new LabelNotFound()
      return this.chat.conversations.triage.removeLabel(conversation, label, by)
    })
  }
}
