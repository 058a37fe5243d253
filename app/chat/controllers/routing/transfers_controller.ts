import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { transferValidator } from '#chat/validators/routing/agents'
import { answerAction, isScript } from '#chat/http/inbox_responses'
import { departmentNotice } from '#chat/presenters/department_notice'
import { capacityNotice } from '#chat/presenters/capacity_notice'
import { namedConversation } from '#chat/http/named_conversation'

/** Passes a conversation on, to an agent or a department, with a note (C5). */
@inject()
export default class TransfersController {
  constructor(protected chat: ChatService) {}

  async store(ctx: HttpContext) {
    const { to: target, note, seen: seenAs } = await transferValidator.validate(ctx.request.all())
    const [kind, id] = target.split(':')
    const { tenantId, agent: by } = ctx.chatAuth
    const conversation = await namedConversation(this.chat, ctx)
    return answerAction(ctx, async () => {
      const { agents, routing } = this.chat
      const { transfers, departments } = routing
      const seen = await agents.seen(tenantId, seenAs)
      if (kind === 'department') {
        const to = await departments.find(tenantId, id)
        await transfers.toDepartment(conversation, to, by, note, seen)
        return this.#notice(ctx, await departmentNotice(this.chat, conversation, to))
      }
      const to = await agents.assignable(tenantId, id)
      await transfers.toAgent(conversation, to, by, note, seen)
      return capacityNotice(ctx, to)
    })
  }

  /** Without a script, the next page shows it. */
  #notice(ctx: HttpContext, notice: string | null) {
    if (!notice) return undefined
    if (!isScript(ctx)) ctx.session.flash('chatNotice', notice)
    return { done: true, notice }
  }
}
