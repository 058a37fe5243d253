import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { PermissionDenied } from '#chat/exceptions/chat_errors'
import { addLabelValidator, removeLabelValidator } from '#chat/validators/inbox/work'
import { answerAction } from '#chat/http/inbox_responses'
import { namedConversation } from '#chat/http/named_conversation'

/** The labels of a conversation. */
@inject()
export default class ConversationLabelsController {
  constructor(protected chat: ChatService) {}

  /** Adds one; a name that no label has makes one, for those who manage the chat. */
  async store(ctx: HttpContext) {
    const wanted = await addLabelValidator.validate(ctx.request.all())
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      const label = await this.#label(ctx, wanted)
      await this.chat.conversations.triage.addLabel(conversation, label, ctx.chatAuth.agent)
      return { label: label.externalId }
    })
  }

  async destroy(ctx: HttpContext) {
    const { label: id } = await removeLabelValidator.validate(ctx.request.all())
    const { tenantId, agent } = ctx.chatAuth
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      const label = await this.chat.labels.find(tenantId, id)
      await this.chat.conversations.triage.removeLabel(conversation, label, agent)
    })
  }

  async #label({ chatAuth }: HttpContext, { label, name }: { label?: string; name?: string }) {
    const { labels } = this.chat
    if (label) return labels.find(chatAuth.tenantId, label)
    const known = await labels.findNamed(chatAuth.tenantId, name!)
    if (known) return known
    if (!chatAuth.may.has('manage chat')) throw new PermissionDenied()
    return labels.named(chatAuth.tenantId, name!, chatAuth.user.id)
  }
}
