import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Conversation from '#chat/models/conversation'
import type { Scope } from '#chat/services/routing/scopes'

export type ConversationQuery = ModelQueryBuilderContract<typeof Conversation>

/**
 * Conversations in the tenant's queue that an agent with one of these scopes may be given (`covers`);
 * null is for the whole queue.
 */
export function waitingLine(
  tenantId: string,
  scopes: Scope[] | null,
  client?: QueryClientContract
): ConversationQuery {
  const query = Conversation.query({ client })
    .where('tenant_id', tenantId)
    .whereNotNull('queued_at')
  if (scopes === null) return query
  return query.where((any) => {
    if (scopes.length === 0) any.whereRaw('1 = 0')
    for (const { widgetIds, departmentIds } of scopes) {
      any.orWhere((one) => {
        if (widgetIds.length) one.whereIn('widget_id', widgetIds)
        one.where((department) => {
          department.whereNull('department_id')
          if (departmentIds.length) department.orWhereIn('department_id', departmentIds)
        })
      })
    }
  })
}

/** Whoever waits longest is first. */
export const oldestFirst = (query: ConversationQuery) => query.orderBy('queued_at').orderBy('id')
