import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { SnoozeTime } from '#chat/exceptions/chat_errors'
import { bodyOf, queryOf } from '#chat/http/api_input'
import { pageOf, refuse, single } from '#chat/http/api_responses'
import { namedConversation } from '#chat/http/named_conversation'
import type PlannedReply from '#chat/models/planned_reply'
import { ChatService } from '#chat/services/chat_service'
import { plannedReplyShape } from '#chat/transformers/api/planned_reply'
import { pageValidator } from '#chat/validators/api/paging'
import { changedPlanValidator, planValidator } from '#chat/validators/api/planned'

/** Replies that are sent later: until then agents see, change and cancel them, and the visitor never does. */
@inject()
export default class PlannedRepliesController {
  constructor(protected chat: ChatService) {}

  async index(ctx: HttpContext) {
    const asked = await queryOf(ctx.request, pageValidator)
    const conversation = await namedConversation(this.chat, ctx)
    return pageOf(plannedReplyShape, await this.chat.planned.list(conversation), asked)
  }

  /** Planned once, however often it is sent. */
  async store(ctx: HttpContext) {
    const input = await bodyOf(ctx.request, planValidator)
    const conversation = await namedConversation(this.chat, ctx)
    const draft = {
      content: input.content,
      clientMessageId: input.client_message_id,
      dueAt: timeOf(input.due_at),
    }
    const { agent } = ctx.chatAuth
    const planned = await inTime(this.chat.planned.plan(conversation, agent, draft))
    ctx.response.status(201)
    return single(plannedReplyShape, planned)
  }

  /** By its author alone: it goes out under their name. */
  async update(ctx: HttpContext) {
    const { content, due_at: dueAt } = await bodyOf(ctx.request, changedPlanValidator)
    const planned = await this.#planned(ctx)
    const changes = { content, dueAt: timeOf(dueAt) }
    const { agent } = ctx.chatAuth
    return single(
      plannedReplyShape,
      await inTime(this.chat.planned.update(planned, agent, changes))
    )
  }

  async destroy(ctx: HttpContext) {
    await this.chat.planned.withdraw(await this.#planned(ctx))
    return ctx.response.noContent()
  }

  async #planned(ctx: HttpContext): Promise<PlannedReply> {
    return this.chat.planned.find(await namedConversation(this.chat, ctx), ctx.params.planned)
  }
}

const timeOf = (text: string) => DateTime.fromISO(text, { zone: 'utc' })

/** A time that is past or too far away, by the name of its field. */
const inTime = (work: Promise<PlannedReply>) =>
  work.catch((error: unknown) => {
    if (error instanceof SnoozeTime) return refuse('due_at', 'future', error.message)
    throw error
  })
