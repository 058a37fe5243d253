import { chatTable } from '#chat/models/chat_model'
import Conversation from '#chat/models/conversation'
import { conversationFacts, type ConversationFacts } from '#chat/models/facts'
import Label from '#chat/models/label'
import { factsReader, type Facts } from '#chat/models/row_facts'
import Visitor from '#chat/models/visitor'
import type { SearchMatch } from '#chat/services/inbox/search/search_match'
import type { SqlRow } from '#chat/support/steps/statement'

/** What a row of the inbox shows and is sorted by: reading the other forty columns would take longer than the query. */
const ROW_COLUMNS = [
  'id',
  'external_id',
  'tenant_id',
  'number',
  'channel',
  'visitor_id',
  'agent_id',
  'agent_name',
  'folder',
  'status',
  'priority',
  'last_message',
  'last_message_sender_type',
  'last_message_sender_id',
  'last_message_at',
  'message_count',
  'last_seq',
  'agent_unread_count',
  'waiting_since',
  'archived_at',
  'snoozed_until',
  'pending_action',
  'rating',
]

/** What names a visitor, and what a search finds them by. */
const VISITOR_COLUMNS = ['id', 'external_id', 'name', 'email', 'phone']

type RowVisitor = Pick<
  Facts<Visitor>,
  'id' | 'externalId' | 'name' | 'email' | 'phone' | 'displayName'
>
type RowLabel = Pick<Facts<Label>, 'externalId' | 'name' | 'color'>

/** A conversation as a row of the inbox shows it; every model with its visitor and labels is one, too. */
export type ListRow = Omit<ConversationFacts, 'match'> & {
  visitor: RowVisitor
  labels: RowLabel[]
  /** Why a search has found it. */
  match?: SearchMatch
}

const visitorFacts = factsReader(Visitor)
const labelFacts = factsReader(Label)

/** The rows of these conversations, in no particular order: facts, for models would take longer than all else. */
export async function listRows(ids: number[]): Promise<ListRow[]> {
  if (ids.length === 0) return []
  const [rows, labels] = await Promise.all([conversationRows(ids), labelRows(ids)])
  const labelsOf = Map.groupBy(labels, (label) => Number(label.conversation_id))
  return rows.map((row) =>
    Object.assign(conversationFacts(row), {
      visitor: visitorFacts(visitorPart(row)),
      labels: (labelsOf.get(Number(row.id)) ?? []).map(labelFacts),
    })
  )
}

/** With the columns of their visitors, whose names begin with the table's. */
function conversationRows(ids: number[]): Promise<SqlRow[]> {
  const [own, theirs] = [Conversation.table, Visitor.table]
  return Conversation.query()
    .join(theirs, `${theirs}.id`, `${own}.visitor_id`)
    .whereIn(`${own}.id`, ids)
    .select(ROW_COLUMNS.map((column) => `${own}.${column}`))
    .select(VISITOR_COLUMNS.map((column) => `${theirs}.${column} as of_visitor_${column}`))
    .pojo<SqlRow>()
}

const visitorPart = (row: SqlRow): SqlRow =>
  Object.fromEntries(VISITOR_COLUMNS.map((column) => [column, row[`of_visitor_${column}`]]))

/** By name. */
function labelRows(ids: number[]): Promise<SqlRow[]> {
  const links = chatTable('conversation_labels')
  return Label.query()
    .join(links, `${links}.label_id`, `${Label.table}.id`)
    .whereIn(`${links}.conversation_id`, ids)
    .orderBy(`${Label.table}.name`)
    .select(`${links}.conversation_id`)
    .select(['external_id', 'name', 'color'].map((column) => `${Label.table}.${column}`))
    .pojo<SqlRow>()
}
