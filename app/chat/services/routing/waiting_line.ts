import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import Conversation from '#chat/models/conversation'
import { toSqlUtc } from '#chat/models/columns'
import type { SharedScope } from '#chat/services/team/scopes'

export type ConversationQuery = ModelQueryBuilderContract<typeof Conversation>

/**
 * Conversations in the tenant's queue that an agent with one of these scopes may be assigned (`mayServe`); null means
 * the whole queue.
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

/** Every address has its turn in each round (`AddressTurns`); within one, the longest wait comes first. */
export const inQueueOrder = (query: ConversationQuery) =>
  query.orderBy('queue_round').orderBy('queued_at').orderBy('id')

/** Conversations whose turn comes before this one's. */
export function aheadOf(
  { queueRound, queuedAt, id }: Pick<Conversation, 'queueRound' | 'queuedAt' | 'id'>,
  line: ConversationQuery
): ConversationQuery {
  const moment = toSqlUtc(queuedAt!)
  return line.where((ahead) => {
    ahead.where('queue_round', '<', queueRound).orWhere((round) => {
      round
        .where('queue_round', queueRound)
        .where('queued_at', '<=', moment)
        .whereNot((after) => after.where('queued_at', moment).where('id', '>=', id))
    })
  })
}

/** When several agents share a scope, another one is always left. */
function notPassedOnBy(agentId: number, query: ConversationQuery) {
  query.where((others) => {
    others.whereNull('passed_on_by_id').orWhereNot('passed_on_by_id', agentId)
  })
}
