import { chatTable } from '#chat/models/chat_model'
import Conversation from '#chat/models/conversation'
import Department from '#chat/models/department'
import Label from '#chat/models/label'
import Visitor from '#chat/models/visitor'
import Widget from '#chat/models/widget'
import { UNINDEXED } from '#chat/support/unindexed'

/** Database columns by their name in the export. */
const columns = (table = Conversation.table) => ({
  id: `${table}.id`,
  number: `${table}.number`,
  status: `${table}.status`,
  priority: `${table}.priority`,
  widget: `${Widget.table}.name`,
  visitor: `${Visitor.table}.name`,
  email: `${Visitor.table}.email`,
  phone: `${Visitor.table}.phone`,
  agent: `${table}.agent_name`,
  department: `${Department.table}.name`,
  subject: `${table}.subject`,
  sourceUrl: `${table}.source_url`,
  startedAt: `${table}.created_at`,
  firstResponseAt: `${table}.first_response_at`,
  resolvedAt: `${table}.resolved_at`,
  closedAt: `${table}.closed_at`,
  archivedAt: `${table}.archived_at`,
  waitingSince: `${table}.waiting_since`,
  lastMessageAt: `${table}.last_message_at`,
  messages: `${table}.message_count`,
  rating: `${table}.rating`,
  feedback: `${table}.feedback`,
})

/** A timestamp as the database driver returns it. */
type Moment = string | Date | null

type Text = string | null

/** One conversation in the exported file. */
export interface ExportedConversation {
  id: number
  number: number
  status: string
  priority: string
  widget: string
  visitor: Text
  email: Text
  phone: Text
  agent: Text
  department: Text
  subject: Text
  sourceUrl: Text
  startedAt: Moment
  firstResponseAt: Moment
  resolvedAt: Moment
  closedAt: Moment
  archivedAt: Moment
  waitingSince: Moment
  lastMessageAt: Moment
  messages: number
  rating: number | null
  feedback: Text
  /** Sorted by name. */
  labels: string[]
}

/**
 * The conversations of these ids, in their order; deleted ones are left out. Plain rows: models would make a long
 * export ten times slower and block other requests for as long.
 */
export async function exportedConversations(
  tenantId: string,
  ids: number[]
): Promise<ExportedConversation[]> {
  const { table } = Conversation
  const [rows, labels] = await Promise.all([
    Conversation.query()
      .join(Visitor.table, `${Visitor.table}.id`, `${table}.visitor_id`)
      .join(Widget.table, `${Widget.table}.id`, `${table}.widget_id`)
      .leftJoin(Department.table, `${Department.table}.id`, `${table}.department_id`)
      .whereRaw(`${UNINDEXED} = ?`, [`${table}.tenant_id`, tenantId])
      .whereIn(`${table}.id`, ids)
      .select(Object.entries(columns()).map(([name, column]) => `${column} as ${name}`))
      .pojo<Omit<ExportedConversation, 'labels'>>(),
    labelsOf(ids),
  ])
  const known = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = known.get(id)
    return row ? [{ ...row, labels: labels.get(id) ?? [] }] : []
  })
}

async function labelsOf(ids: number[]) {
  const labelled = chatTable('conversation_labels')
  const rows = await Label.query()
    .join(labelled, `${labelled}.label_id`, `${Label.table}.id`)
    .whereIn(`${labelled}.conversation_id`, ids)
    .orderBy('name')
    .select(`${labelled}.conversation_id as id`, 'name')
    .pojo<{ id: number; name: string }>()
  const labels = new Map<number, string[]>()
  for (const { id, name } of rows) labels.set(id, [...(labels.get(id) ?? []), name])
  return labels
}
