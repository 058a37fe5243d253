import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import { chatTable } from '#chat/models/chat_model'
import Conversation, { type Priority } from '#chat/models/conversation'
import Label from '#chat/models/label'
import type { Folder } from '#chat/services/conversations/status_rules'
import { LABEL_LIST_COLUMNS, LIST_COLUMNS } from '#chat/models/list_columns'
import { leavingConversations } from '#chat/services/conversations/leaving'
import { staysListed } from '#chat/support/leaving'
import { UNINDEXED } from '#chat/support/unindexed'
import type { InboxSort } from '#chat/services/inbox/inbox_order'
import { whereInSight, type Sight } from '#chat/services/visibility/sight'

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
/** The lists of the inbox by status and assignee. */
export type InboxFilter = (typeof INBOX_FILTERS)[number]

/** The filters besides the status filter, by ids of this tenant; all of them must hold (I2). */
export interface InboxConditions {
  widgetId?: number
  labelId?: number
  /** Null for unassigned conversations. */
  assigneeId?: number | null
  priority?: Priority
}

/** Stands for a row that the tenant does not have: no row has this id, so the list is empty. */
export const GONE = 0

/** Which of a tenant's conversations a list holds, and in which order. */
export interface InboxScope {
  filter: InboxFilter
  /** The agent whose conversations "mine" lists. */
  agentId: number | null
  conditions?: InboxConditions
  /** The search text as it was typed (I3). */
  q?: string
  /** The conversations that the agent may see; all when omitted. */
  sight?: Sight | null
  /** Newest first when omitted; a search has an order of its own. */
  sort?: InboxSort
  /** Leaves out conversations about to be resolved, closed or archived, as an agent's screen does. */
  withoutLeaving?: boolean
  /** The ids of conversations about to leave the list, if known; else `settled` loads them. */
  leaving?: number[]
}

/** Filters that cover whole folders, whatever the status. */
const WHOLE_FOLDERS: readonly InboxFilter[] = ['open', 'snoozed', 'archived', 'all']

/** Sees that the ids of conversations about to leave the list are known exactly if the scope excludes them. */
export async function settled<T extends InboxScope>(tenantId: string, scope: T): Promise<T> {
  const isWithThem = !scope.withoutLeaving || staysListed(scope.filter, 'any')
  if (isWithThem) return { ...scope, leaving: undefined }
  return { ...scope, leaving: scope.leaving ?? (await leavingConversations(tenantId)) }
}

type ConversationQuery = ModelQueryBuilderContract<typeof Conversation>

const conversations = (column: string) => `${Conversation.table}.${column}`
const labelLists = () => chatTable('conversation_labels')

/**
 * The tenant's conversations that match the filters, without the search text; of one folder, or of all that the
 * filter covers. A label filter reads the label's own list, so that a page costs the same however many conversations
 * carry the label.
 */
export function inScope(tenantId: string, scope: InboxScope, folder?: Folder): ConversationQuery {
  const query = Conversation.query().select(conversations('*')).where('tenant_id', tenantId)
  return withConditions(joined(query, scope), scope, folder)
}

/**
 * The same conversations, of which only the columns of `listOf` can be read: one index answers it alone. A label of the
 * tenant lists its conversations itself; MariaDB takes twice the time when each of them is looked up as well.
 */
export function inList(tenantId: string, scope: InboxScope, folder?: Folder): ConversationQuery {
  const id = scope.conditions?.labelId
  if (id === undefined || scope.sight) return inScope(tenantId, scope, folder)
  const label = Label.query().where({ id, tenant_id: tenantId }).select('id')
  return withConditions(Conversation.query().from(labelLists()), scope, folder).where(
    'label_id',
    label
  )
}

/** With the label's list of each conversation, where the scope names a label. */
function joined(query: ConversationQuery, { conditions }: InboxScope): ConversationQuery {
  if (conditions?.labelId === undefined) return query
  return query.join(labelLists(), `${labelLists()}.conversation_id`, conversations('id'))
}

function withConditions(
  query: ConversationQuery,
  scope: InboxScope,
  folder?: Folder
): ConversationQuery {
  const { conditions = {} } = scope
  const list = listOf(scope)
  if (conditions.labelId !== undefined) query.where('label_id', conditions.labelId)
  const folders = folder ? [folder] : foldersOf(scope.filter)
  if (folders.length === 1) query.where(list.folder, folders[0])
  byStatus(query, scope)
  if (conditions.widgetId !== undefined) query.where(list.widgetId, conditions.widgetId)
  if (conditions.assigneeId === null) query.whereNull(list.agentId)
  else if (conditions.assigneeId !== undefined) query.where(list.agentId, conditions.assigneeId)
  if (conditions.priority) query.where(list.priority, conditions.priority)
  if (scope.leaving?.length) query.whereNotIn(list.id, scope.leaving)
  return whereInSight(query, scope.sight)
}

/**
 * Those of given conversations that are in a scope. The tenant condition is written so that no index serves it:
 * SQLite without statistics would otherwise scan all of the tenant's conversations.
 */
export function inScopeAmong(
  tenantId: string,
  scope: InboxScope,
  column: 'id' | 'external_id' | 'visitor_id',
  values: (string | number)[]
): ConversationQuery {
  const query = Conversation.query().whereIn(conversations(column), values)
  return withConditions(joined(query, scope), scope)
    .select(conversations('*'))
    .whereRaw(`${UNINDEXED} = ?`, [conversations('tenant_id'), tenantId])
}

/** The same for thousands of ids on SQLite: one value, and no index but that of the ids. */
export function inScopeAmongMany(tenantId: string, scope: InboxScope, ids: number[]) {
  const named = `${conversations('id')} in (select value from json_each(?))`
  const query = Conversation.query().whereRaw(named, [JSON.stringify(ids)])
  return withConditions(joined(query, scope), scope)
    .select(conversations('*'))
    .whereRaw(`${UNINDEXED} = ?`, [conversations('tenant_id'), tenantId])
}

/** The columns that a scope's list is read from: the conversations', or the label's copy. */
export const listOf = ({ conditions }: InboxScope) =>
  conditions?.labelId === undefined ? LIST_COLUMNS : LABEL_LIST_COLUMNS

/** The folders that a filter covers. */
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
