import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import { sightedOf, whereInSight, type Sight, type Sighted } from '#chat/services/visibility/sight'

/** Restricts a query over visitors to those with a visible conversation, and those of visible widgets without any. */
export function whereVisitorInSight<Query extends ModelQueryBuilderContract<typeof Visitor>>(
  query: Query,
  sight: Sight | null
): Query {
  if (!sight) return query
  query.where((seen) => {
    seen.whereExists(whereInSight(theirs(), sight)).orWhere((silent) => {
      silent.whereNotExists(theirs())
      if (sight.widgetIds.length > 0) silent.whereIn(`${Visitor.table}.widget_id`, sight.widgetIds)
    })
  })
  return query
}

/**
 * What decides whether an agent may see a visitor: widget, department and assignee of each of their conversations, or
 * their widget before the first one.
 */
export async function sightedOfVisitor({ id, widgetId }: Visitor): Promise<Sighted[]> {
  const conversations = await Conversation.query()
    .where('visitor_id', id)
    .select('widget_id', 'department_id', 'agent_id')
    .distinct()
  return conversations.length
    ? conversations.map(sightedOf)
    : [{ widgetId, departmentId: null, agentId: null }]
}

/** The conversations of the visitor in the outer query's row. */
const theirs = () =>
  Conversation.query()
    .select(`${Conversation.table}.id`)
    .whereColumn(`${Conversation.table}.visitor_id`, `${Visitor.table}.id`)
