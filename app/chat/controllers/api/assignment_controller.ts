import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { departmentNotice } from '#chat/presenters/department_notice'
import { changedConversation } from '#chat/http/changed_conversation'
import { namedAgent } from '#chat/http/named_agent'
import {
  assignValidator,
  priorityValidator,
  subjectValidator,
  transferValidator,
} from '#chat/validators/api/conversation'

/** Who looks after a conversation, how urgent it is, and what it is about. */
@inject()
export default class AssignmentController {
  constructor(protected chat: ChatService) {}

  /** To an agent, to a user of the CRM, to oneself, or back among those that wait. */
  async update(ctx: HttpContext) {
    const input = await bodyOf(ctx.request, assignValidator)
    return changedConversation(this.chat, ctx, async (conversation, by) => {
      const { conversations } = this.chat
      const seen = await this.#seen(ctx, input)
      if (input.agent_id === null) return conversations.unassign(conversation, by, seen)
      const to = await namedAgent(this.chat, ctx, input)
      return conversations.assign(conversation, to, by, seen)
    })
  }

  /** On to an agent or a department, with a word about it or without. */
  async transfer(ctx: HttpContext) {
    const { request, chatAuth } = ctx
    const input = await bodyOf(request, transferValidator)
    let notice: string | null = null
    const answer = await changedConversation(this.chat, ctx, async (conversation, by) => {
      const { departments, transfers } = this.chat.routing
      const seen = await this.#seen(ctx, input)
      if (input.department_id) {
        const to = await departments.find(chatAuth.tenantId, input.department_id)
        await transfers.toDepartment(conversation, to, by, input.note, seen)
        notice = await departmentNotice(this.chat, conversation, to)
        return
      }
      const to = await namedAgent(this.chat, ctx, input)
      await transfers.toAgent(conversation, to, by, input.note, seen)
    })
    return { ...answer, meta: { notice } }
  }

  async priority(ctx: HttpContext) {
    const { request } = ctx
    const { priority } = await bodyOf(request, priorityValidator)
    return changedConversation(this.chat, ctx, (conversation, by) => {
      return this.chat.conversations.triage.setPriority(conversation, priority, by)
    })
  }

  async subject(ctx: HttpContext) {
    const { request } = ctx
    const { subject } = await bodyOf(request, subjectValidator)
    return changedConversation(this.chat, ctx, (conversation, by) => {
      return this.chat.conversations.triage.setSubject(conversation, subject, by)
    })
  }

  /** The agent that the caller takes it from. */
  async #seen({ chatAuth }: HttpContext, input: { seen_agent_id?: string | number | null }) {
    if (input.seen_agent_id === 'me') return chatAuth.agent.id
    return this.chat.agents.seen(chatAuth.tenantId, input.seen_agent_id)
  }
}
