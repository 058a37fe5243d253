import type { HttpContext } from '@adonisjs/core/http'
import { ChatError } from '#chat/exceptions/chat_error'
import type { ChatService } from '#chat/services/chat_service'
import { inboxQuery, toInboxAddress } from '#chat/services/inbox_address'
import type { Opening } from '#chat/presenters/conversation_pane'

/** Whether the inbox's own script asks, rather than a form or a link. */
export const isScript = ({ request }: HttpContext) => request.accepts(['html', 'json']) === 'json'

/** The part of an address that keeps the list as it is. */
export function listQuery({ request }: HttpContext) {
  return `?${inboxQuery(toInboxAddress(request.qs()))}`
}

/** Which message an address opens a thread at, and what was searched for; what makes no sense is left out. */
export function openingOf({ request }: HttpContext): Opening {
  const { at, ...query } = request.qs()
  const seq = typeof at === 'string' && /^[1-9]\d{0,8}$/.test(at) ? Number(at) : undefined
  return { at: seq, q: toInboxAddress(query).q }
}

/** What a script needs to offer that something is undone, for as long as it can be. */
export const undoOf = (ids: string[], summary: string, chat: ChatService) => ({
  ids,
  summary,
  seconds: chat.config.undoSeconds,
})

/** Data for the inbox's script; never kept, since it is true for this moment and this agent alone. */
export function answer({ response }: HttpContext, data: Record<string, unknown>) {
  response.header('Cache-Control', 'private, no-store')
  return data
}

/**
 * Does something to a conversation. The script gets the answer or the refusal as JSON; a plain form
 * comes back to the conversation, with a refusal told there rather than on a page of its own.
 */
export async function answerAction<T extends Record<string, unknown>>(
  ctx: HttpContext,
  action: () => Promise<T | void>
) {
  if (isScript(ctx)) return answer(ctx, (await action()) ?? { done: true })
  try {
    await action()
  } catch (error) {
    if (!(error instanceof ChatError) || error.status === 404) throw error
    ctx.session.flash('chatNotice', error.message)
  }
  return ctx.response.redirect().toPath(`/chat/${ctx.params.id}${listQuery(ctx)}`)
}
