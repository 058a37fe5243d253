import type { DateTime } from 'luxon'
import { toSqlUtc } from '#chat/models/columns'

/** The columns that lists are filtered and sorted by. */
export const LIST_COLUMNS = {
  folder: 'folder',
  status: 'status',
  agentId: 'agent_id',
  widgetId: 'widget_id',
  priority: 'priority',
  waitingSince: 'waiting_since',
  lastMessageAt: 'last_message_at',
  id: 'id',
}

/** The same columns in a label's own list, one row per conversation with the label. */
export const LABEL_LIST_COLUMNS: typeof LIST_COLUMNS = {
  folder: 'in_folder',
  status: 'in_status',
  agentId: 'in_agent_id',
  widgetId: 'in_widget_id',
  priority: 'in_priority',
  waitingSince: 'in_waiting_since',
  lastMessageAt: 'sorted_at',
  id: 'conversation_id',
}

/** The attributes of a conversation that lists are filtered and sorted by. */
interface Listed {
  folder: string
  status: string
  agentId: number | null
  widgetId: number
  priority: string
  waitingSince: DateTime | null
  lastMessageAt: DateTime
}

/** The values of a conversation's rows in its labels' lists. */
export function labelListColumns(conversation: Listed) {
  const { folder, status, agentId, widgetId, priority, waitingSince, lastMessageAt } = conversation
  return {
    in_folder: folder,
    in_status: status,
    in_agent_id: agentId,
    in_widget_id: widgetId,
    in_priority: priority,
    in_waiting_since: waitingSince ? toSqlUtc(waitingSince) : null,
    sorted_at: toSqlUtc(lastMessageAt),
  }
}

/** Whether changed attributes affect a conversation's rows in its labels' lists. */
export const affectsLists = (changed: object) =>
  Object.keys(LIST_COLUMNS).some((attribute) => attribute in changed)
