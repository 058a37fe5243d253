import { toSqlUtc } from '#chat/models/columns'
import type Conversation from '#chat/models/conversation'

/** What lists are filtered by and sorted by: a conversation's own columns. */
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

/** The same as a label's own list keeps it for each conversation that carries the label. */
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

/** Where a conversation belongs in its labels' lists. */
export function placeInLabelLists(conversation: Conversation) {
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

/** Whether what has changed of a conversation moves it in its labels' lists. */
export const movesInLists = (changed: object) =>
  Object.keys(LIST_COLUMNS).some((attribute) => attribute in changed)
