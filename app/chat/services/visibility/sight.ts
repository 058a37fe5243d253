import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { NoSuchWidget } from '#chat/exceptions/chat_errors'
import Conversation from '#chat/models/conversation'
import { covers, type Scope } from '#chat/services/team/scopes'
import { UNINDEXED } from '#chat/support/unindexed'

/** The visibility of an agent who does not see all chats: those that their scope covers, and their own. */
export interface Sight extends Scope {
  agentId: number
}

/** The columns that decide whether a conversation is visible. */
export type Sighted = Pick<Conversation, 'widgetId' | 'departmentId' | 'agentId'>

/** Only the columns that decide visibility. */
export const sightedOf = ({ widgetId, departmentId, agentId }: Sighted): Sighted => ({
  widgetId,
  departmentId,
  agentId,
})

const column = (name: string) => `${Conversation.table}.${name}`

/** Whether a conversation is visible; a null sight sees every one. */
export const isInSight = (sight: Sight | null, conversation: Sighted) =>
  sight === null || conversation.agentId === sight.agentId || covers(sight, conversation)

/**
 * Restricts a query over conversations to the visible ones: `isInSight` as SQL. The columns are written so that no
 * index serves them, which keeps a list in its own index's order.
 */
export function whereInSight<Query extends ModelQueryBuilderContract<typeof Conversation>>(
  query: Query,
  sight: Sight | null | undefined
): Query {
  if (!sight) return query
  const { agentId, widgetIds, departmentIds } = sight
  query.where((seen) => {
    seen.whereRaw(`${UNINDEXED} = ?`, [column('agent_id'), agentId]).orWhere((covered) => {
      if (widgetIds.length > 0)
        covered.whereRaw(`${UNINDEXED} in (${marks(widgetIds)})`, [
          column('widget_id'),
          ...widgetIds,
        ])
      covered.where((department) => {
        department.whereNull(column('department_id'))
        if (departmentIds.length > 0) department.orWhereIn(column('department_id'), departmentIds)
      })
    })
  })
  return query
}

/** Of rows that each belong to a widget, the visible ones. */
export const widgetsInSight = <T extends { id: number }>(widgets: T[], sight: Sight | null) =>
  sight?.widgetIds.length ? widgets.filter(({ id }) => sight.widgetIds.includes(id)) : widgets

/** @throws NoSuchWidget when the requested widget is not visible */
export function assertInSight(widget: { id: number } | null, sight: Sight | null) {
  if (widget && widgetsInSight([widget], sight).length === 0) throw new NoSuchWidget()
}

/** The ids of the widgets that figures cover: the requested one, the visible ones, or null for all. */
export const figuredWidgets = (widget: { id: number } | null, sight: Sight | null) =>
  widget ? [widget.id] : sight?.widgetIds.length ? sight.widgetIds : null

const marks = (values: unknown[]) => values.map(() => '?').join(', ')
