import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { refuseUnknown } from '#chat/http/api_responses'
import type { ChatService } from '#chat/services/chat_service'
import { GONE, type InboxScope } from '#chat/services/inbox/inbox_scope'
import { toQuery } from '#chat/services/inbox/search/search_terms'
import type { conversationFiltersValidator } from '#chat/validators/api/conversation'

/**
 * The conversations that a query selects. For an unknown widget, label or agent, a page shows an empty list; the API
 * returns an error.
 */
export async function conversationScope(
  chat: ChatService,
  { chatAuth }: HttpContext,
  asked: Infer<typeof conversationFiltersValidator>
): Promise<InboxScope> {
  const { tenantId, agent, sight } = chatAuth
  const q = toQuery(asked.q)
  const filter = asked.status ?? asked.filter ?? (q ? 'all' : 'open')
  const address = { ...asked, filter, q }
  const scope = await chat.inbox.filters.scope(tenantId, agent.id, address, sight)
  const { widgetId, labelId, assigneeId } = scope.conditions
  const found = { widget: widgetId, label: labelId, agent: assigneeId }
  for (const field of ['widget', 'label', 'agent'] as const) {
    if (found[field] === GONE) refuseUnknown(field)
  }
  return scope
}
