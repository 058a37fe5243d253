import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { PermissionDenied } from '#chat/exceptions/chat_errors'
import { addLabelValidator, removeLabelValidator } from '#chat/validators/inbox/work'
import { answerAction } from '#chat/controllers/inbox/answers'

/** The labels of a conversation. */
@inject()
export default class ConversationLabelsController {
  constructor(protected chat: ChatService) {}

  /** Adds one; a name that no label has makes one, for those who manage the chat. */
  async store(ctx: HttpContext) {
    const wanted = await ctx.request.validateUsing(addLabelValidator)
    const conversation = await this.#conversation(ctx)
    return answerAction(ctx, async () => {
      const label = await this.#label(ctx, wanted)
      await this.chat.work.addLabel(conversation, label, ctx.chatDesk.agent)
      return { label: label.externalId }
    })
  }

  async destroy(ctx: HttpContext) {
    const { label: id } = await ctx.request.validateUsing(removeLabelValidator)
    const { tenantId, agent } = ctx.chatDesk
    const conversation = await this.#conversation(ctx)
    return answerAction(ctx, async () => {
      const label = await this.chat.labels.find(tenantId, id)
      await this.chat.work.removeLabel(conversation, label, agent)
    })
  }

  async #label({ chatDesk }: HttpContext, { label, name }: { label?: string; name?: string }) {
    const { labels } = this.chat
    if (label) return labels.find(chatDesk.tenantId, label)
    const known = await labels.findNamed(chatDesk.tenantId, name!)
    if (known) return known
    if (!chatDesk.may.has('manage chat')) throw new PermissionDenied()
    return labels.named(chatDesk.tenantId, name!, chatDesk.user.id)
  }

  #conversation({ chatDesk, params }: HttpContext) {
    return this.chat.inbox.conversation(chatDesk.tenantId, params.id)
  }
}
