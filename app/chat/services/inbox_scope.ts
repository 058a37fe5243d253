import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { chatTable } from '#chat/models/chat_model'
import Conversation, { type Folder, type Priority } from '#chat/models/conversation'
import { LABEL_LIST_COLUMNS, LIST_COLUMNS } from '#chat/models/list_columns'
import type { InboxSort } from '#chat/services/inbox_order'

export const INBOX_FILTERS = [
  'open',
  'mine',
  'unassigned',
  'pending',
  'active',
  'waiting',
  'snoozed',
  'resolved',
  'closed',
  'archived',
  'all',
] as const
export type InboxFilter = (typeof INBOX_FILTERS)[number]

/** What a list is narrowed to besides its status filter, by ids of this tenant; all of it must hold (I2). */
export interface Narrowing {
  widgetId?: number
  labelId?: number
  /** Null: those that nobody has. */
  assigneeId?: number | null
  priority?: Priority
}

/** Stands for what the tenant does not have (any more): no row has this id, so nothing is found. */
export const GONE = 0

export interface InboxScope {
  filter: InboxFilter
  /** Whose conversations "mine" are. */
  agentId: number | null
  narrow?: Narrowing
  /** What is searched for among them, as it was typed (I3). */
  q?: string
  /** The newest first unless it says otherwise; a search has an order of its own. */
  sort?: InboxSort
}

/** Filters that mean all of their folders, whatever the status. */
const WHOLE_FOLDERS: readonly InboxFilter[] = ['open', 'snoozed', 'archived', 'all']

type ConversationQuery = ModelQueryBuilderContract<typeof Conversation>

const conversations = chatTable('conversations')
const labelled = chatTable('conversation_labels')

/**
 * The conversations of a tenant under filters, but for what is searched for; of all folders that the
 * filter means, or of one. Where a label is asked for, the label's own list is read instead of the
 * conversations', so that a page costs the same however many carry the label.
 */
export function inScope(tenantId: string, scope: InboxScope, folder?: Folder): ConversationQuery {
  const query = Conversation.query().select(`${conversations}.*`).where('tenant_id', tenantId)
  return narrowed(query, scope, folder)
}

function narrowed(query: ConversationQuery, scope: InboxScope, folder?: Folder): ConversationQuery {
  const { narrow = {} } = scope
  const list = listOf(scope)
  if (narrow.labelId !== undefined) {
    query.join(labelled, `${labelled}.conversation_id`, `${conversations}.id`)
    query.where('label_id', narrow.labelId)
  }
  const folders = folder ? [folder] : foldersOf(scope.filter)
  if (folders.length === 1) query.where(list.folder, folders[0])
  byStatus(query, scope)
  if (narrow.widgetId !== undefined) query.where(list.widgetId, narrow.widgetId)
  if (narrow.assigneeId === null) query.whereNull(list.agentId)
  else if (narrow.assigneeId !== undefined) query.where(list.agentId, narrow.assigneeId)
  if (narrow.priority) query.where(list.priority, narrow.priority)
  return query
}

/**
 * Those of given conversations that are in a scope. The tenant is asked for in a way that no index is
 * entered by: SQLite without statistics would rather look for them among all that the tenant has.
 */
export function inScopeAmong(
  tenantId: string,
  scope: InboxScope,
  column: 'id' | 'external_id' | 'visitor_id',
  values: (string | number)[]
): ConversationQuery {
  return narrowed(Conversation.query().whereIn(`${conversations}.${column}`, values), scope)
    .select(`${conversations}.*`)
    .whereRaw('+?? = ?', [`${conversations}.tenant_id`, tenantId])
}

/** The columns of the list that a scope reads: the conversations' own, or a label's copy. */
export const listOf = ({ narrow }: InboxScope) =>
  narrow?.labelId === undefined ? LIST_COLUMNS : LABEL_LIST_COLUMNS

/** Where the conversations of a filter are filed. */
export function foldersOf(filter: InboxFilter): Folder[] {
  if (filter === 'all') return ['open', 'snoozed', 'ended', 'archived']
  if (filter === 'archived' || filter === 'snoozed') return [filter]
  return [filter === 'resolved' || filter === 'closed' ? 'ended' : 'open']
}

function byStatus(query: ConversationQuery, scope: InboxScope) {
  const { filter, agentId } = scope
  const list = listOf(scope)
  if (WHOLE_FOLDERS.includes(filter)) return
  if (filter === 'mine') query.where(list.agentId, agentId ?? GONE)
  else if (filter === 'unassigned') query.whereNull(list.agentId)
  else query.where(list.status, filter)
}
