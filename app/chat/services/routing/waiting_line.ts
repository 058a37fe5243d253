import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Conversation from '#chat/models/conversation'
import type { SharedScope } from '#chat/services/routing/scopes'

export type ConversationQuery = ModelQueryBuilderContract<typeof Conversation>

/**
 * Conversations in the tenant's queue that one of the agents with these scopes may be given
 * (`mayServe`); null is for the whole queue.
 */
export function waitingLine(
  tenantId: string,
  scopes: SharedScope[] | null,
  client?: QueryClientContract
): ConversationQuery {
  const query = Conversation.query({ client })
    .where('tenant_id', tenantId)
    .whereNotNull('queued_at')
  if (scopes === null) return query
  return query.where((any) => {
    if (scopes.length === 0) any.whereRaw('1 = 0')
    for (const { widgetIds, departmentIds, agentIds } of scopes) {
      any.orWhere((one) => {
        if (agentIds.length === 1) notPassedOnBy(agentIds[0], one)
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

/** Of several agents with one scope there always is another one. */
function notPassedOnBy(agentId: number, query: ConversationQuery) {
  query.where((others) => {
    others.whereNull('passed_on_by_id').orWhereNot('passed_on_by_id', agentId)
  })
}
