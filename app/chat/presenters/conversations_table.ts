import type { DateTime } from 'luxon'
import type Conversation from '#chat/models/conversation'
import type Department from '#chat/models/department'
import type { CsvValue } from '#chat/support/csv'

type Column = (conversation: Conversation, departments: Map<number, string>) => CsvValue | null

const at = (moment: DateTime | null) =>
  moment?.toUTC().startOf('second').toISO({ suppressMilliseconds: true }) ?? null

const secondsUntil = ({ createdAt }: Conversation, moment: DateTime | null) =>
  moment && Math.round(moment.diff(createdAt, 'seconds').seconds)

/** Times are ISO 8601 in UTC, durations seconds. */
const COLUMNS: Record<string, Column> = {
  'Number': (each) => each.displayNumber,
  'Status': (each) => each.status,
  'Priority': (each) => each.priority,
  'Widget': (each) => each.widget.name,
  'Visitor': (each) => each.visitor.name,
  'E-mail': (each) => each.visitor.email,
  'Phone': (each) => each.visitor.phone,
  'Agent': (each) => each.agentName,
  'Department': (each, departments) => departments.get(each.departmentId ?? 0) ?? null,
  'Labels': (each) => each.labels.map(({ name }) => name).join(', '),
  'Subject': (each) => each.subject,
  'Source URL': (each) => each.sourceUrl,
  'Started': (each) => at(each.createdAt),
  'First response': (each) => at(each.firstResponseAt),
  'First response (s)': (each) => secondsUntil(each, each.firstResponseAt),
  'Resolved': (each) => at(each.resolvedAt),
  'Resolution (s)': (each) => secondsUntil(each, each.resolvedAt),
  'Closed': (each) => at(each.closedAt),
  'Archived': (each) => at(each.archivedAt),
  'Waiting since': (each) => at(each.waitingSince),
  'Last message': (each) => at(each.lastMessageAt),
  'Messages': (each) => each.messageCount,
  'Rating': (each) => each.rating,
  'Feedback': (each) => each.feedback,
}

/** A row per conversation, some rows at a time. */
export async function* conversationsTable(
  batches: AsyncIterable<Conversation[]>,
  departments: Department[]
): AsyncGenerator<CsvValue[][]> {
  const names = new Map(departments.map(({ id, name }) => [id, name]))
  const columns = Object.values(COLUMNS)
  yield [Object.keys(COLUMNS)]
  for await (const batch of batches) {
    yield batch.map((each) => columns.map((column) => column(each, names) ?? ''))
  }
}
