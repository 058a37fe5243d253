import type { HttpContext } from '@adonisjs/core/http'
import { ChatError } from '#chat/exceptions/chat_error'
import { ChatService } from '#chat/services/chat_service'
import { inboxQuery, toInboxQuery } from '#chat/services/inbox/inbox_query'
import type { UndoOfferJson } from '#chat/transformers/json/inbox_json'
import type { Opening } from '#chat/presenters/conversation_pane'
import { chatUrl } from '#chat/support/chat_url'
import { errors } from '#chat/validators/vine'

/** Whether the inbox's script sends the request, rather than a form or a link. */
export const isScript = ({ request }: HttpContext) => request.accepts(['html', 'json']) === 'json'

/** The part of the query string that selects the list. */
export function listQuery({ request }: HttpContext) {
  return `?${inboxQuery(toInboxQuery(request.qs()))}`
}

/** The message that a URL opens a thread at, and the search text; invalid values are dropped. */
export function openingOf({ request }: HttpContext): Opening {
  const { at, ...query } = request.qs()
  const seq = typeof at === 'string' && /^[1-9]\d{0,8}$/.test(at) ? Number(at) : undefined
  return { at: seq, q: toInboxQuery(query).q }
}

/** The data with which a script offers to undo an action while that is possible. */
export const undoOf = (ids: string[], summary: string, chat: ChatService): UndoOfferJson => ({
  ids,
  summary,
  seconds: chat.config.undoSeconds,
})

/** Data for the inbox's script; not cached, because it depends on the moment and the agent. */
export function answer<Data extends object>({ response }: HttpContext, data: Data): Data {
  response.header('Cache-Control', 'private, no-store')
  return data
}

/**
 * Runs an action on a conversation. A script gets the result or the error as JSON; a plain form is redirected to the
 * conversation, which shows the error.
 */
export async function answerAction<Data extends object>(
  ctx: HttpContext,
  action: () => Promise<Data | void>
) {
  if (isScript(ctx)) return answer(ctx, (await action()) ?? { done: true })
  try {
    await action()
  } catch (error) {
    const notice = noticeOf(error)
    if (!notice) throw error
    ctx.session.flash('chatNotice', notice)
  }
  return ctx.response.redirect().toPath(`${await pathAfter(ctx)}${listQuery(ctx)}`)
}

/** What the conversation's page says of a refused action, by the chat or by the host; null where there is no such page. */
function noticeOf(error: unknown): string | null {
  if (error instanceof errors.E_VALIDATION_ERROR) return error.messages[0]?.message ?? null
  return error instanceof ChatError && error.status !== 404 ? error.message : null
}

/** The path of the conversation or, when the agent may no longer see it, of the list. */
async function pathAfter({ chatAuth, containerResolver, params }: HttpContext) {
  const { tenantId, sight } = chatAuth
  const conversation = chatUrl('chat.inbox.show', { id: params.id })
  if (!sight) return conversation
  const { inbox } = await containerResolver.make(ChatService)
  const isThere = await inbox.bareConversation(tenantId, params.id, sight).then(
    () => true,
    () => false
  )
  return isThere ? conversation : chatUrl('chat.inbox.index')
}
