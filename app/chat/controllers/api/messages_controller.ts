import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf, queryOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import type { AgentDraft } from '#chat/services/conversations/agent_draft'
import { page, single } from '#chat/http/api_responses'
import { messageShape } from '#chat/transformers/api/message'
import { messageValidator, noteValidator, threadValidator } from '#chat/validators/api/message'
import { PAGE } from '#chat/validators/api/paging'
import { namedConversation } from '#chat/http/named_conversation'

/** The thread of a conversation, as agents read and write it. */
@inject()
export default class MessagesController {
  constructor(protected chat: ChatService) {}

  /** Oldest first: after a message, before one, or the newest. */
  async index(ctx: HttpContext) {
    const { request } = ctx
    const asked = await queryOf(request, threadValidator)
    const range = { after: asked.after, before: asked.before, ...rangeOf(asked.cursor) }
    const { messages, hasMore } = await this.chat.inbox.thread(
      await namedConversation(this.chat, ctx),
      {
        ...range,
        limit: asked.limit ?? PAGE,
        visibility: 'all',
      }
    )
    const isForward = range.after !== undefined
    const end = messages[isForward ? messages.length - 1 : 0]
    const cursor = hasMore ? `${isForward ? 'after' : 'before'}.${end.seq}` : null
    return page(messageShape, messages, { next_cursor: cursor })
  }

  /** A reply or a note, stored once however often it is sent. */
  async store(ctx: HttpContext) {
    const input = await bodyOf(ctx.request, messageValidator)
    return this.#post(ctx, {
      content: input.content ?? '',
      attachments: input.attachments,
      clientMessageId: input.client_message_id,
      internal: input.internal ?? false,
      seenSeq: input.seen_seq,
    })
  }

  /** A note, which no visitor ever reads. */
  async note(ctx: HttpContext) {
    const input = await bodyOf(ctx.request, noteValidator)
    return this.#post(ctx, {
      content: input.content ?? '',
      attachments: input.attachments,
      clientMessageId: input.client_message_id,
      internal: true,
    })
  }

  async #post(ctx: HttpContext, draft: AgentDraft) {
    const conversation = await namedConversation(this.chat, ctx)
    const { message, isNew } = await this.chat.messages.agent.post(
      conversation,
      ctx.chatAuth.agent,
      draft
    )
    ctx.response.status(isNew ? 201 : 200)
    return single(messageShape, message)
  }
}

/** A cursor continues in the direction in which reading began. */
function rangeOf(cursor?: string) {
  if (!cursor) return {}
  const [direction, seq] = cursor.split('.')
  return { [direction as 'after' | 'before']: Number(seq) }
}
