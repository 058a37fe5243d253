import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { ChatError } from '#chat/exceptions/chat_error'
import { refuseUnknown, type Named } from '#chat/http/api_responses'
import type { Reference } from '#chat/models/reference'
import type { ChatService } from '#chat/services/chat_service'
import { toInboxQuery, type InboxQuery } from '#chat/services/inbox/inbox_query'
import type { newViewValidator } from '#chat/validators/api/view'

type Filters = Infer<typeof newViewValidator>['filters']
type Finder = (tenantId: string, reference: Reference) => Promise<{ externalId: string } | null>

/** The filters of an API request, as a saved view stores them; an unknown reference is refused with its field. */
export async function toViewFilters(
  { widgets, labels, agents }: ChatService,
  { chatAuth }: HttpContext,
  filters: Filters
): Promise<InboxQuery> {
  const uuid = async (field: Named, find: Finder, reference?: Reference | null) => {
    if (!reference || reference === 'me' || reference === 'unassigned') return reference
    const found = await find(chatAuth.tenantId, reference).catch(nullIfNotFound)
    return found?.externalId ?? refuseUnknown(field, `filters.${field}`)
  }
  return toInboxQuery({
    ...filters,
    widget: await uuid('widget', widgets.find.bind(widgets), filters.widget),
    label: await uuid('label', labels.find.bind(labels), filters.label),
    agent: await uuid('agent', agents.named.bind(agents), filters.agent),
  })
}

function nullIfNotFound(error: unknown): null {
  if (error instanceof ChatError && error.status === 404) return null
  throw error
}
