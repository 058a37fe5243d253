import type { HttpContext } from '@adonisjs/core/http'
import { ChatError } from '#chat/exceptions/chat_error'
import { inboxQuery, toInboxAddress } from '#chat/services/inbox_address'

/** Whether the inbox's own script asks, rather than a form or a link. */
export const isScript = ({ request }: HttpContext) => request.accepts(['html', 'json']) === 'json'

/** The part of an address that keeps the list as it is. */
export function listQuery({ request }: HttpContext) {
  return `?${inboxQuery(toInboxAddress(request.qs()))}`
}

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
