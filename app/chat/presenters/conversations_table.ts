import { millisOfSqlUtc } from '#chat/models/columns'
import type { ExportedConversation } from '#chat/services/exported_conversations'
import type { CsvValue } from '#chat/support/csv'

type Column = (conversation: ExportedConversation) => CsvValue | null

/** `2026-11-21T14:05:00Z` */
const at = (moment: string | Date | null) =>
  moment && `${new Date(millisOfSqlUtc(moment)).toISOString().slice(0, 19)}Z`

const secondsUntil = ({ startedAt }: ExportedConversation, moment: string | Date | null) =>
  moment && Math.round((millisOfSqlUtc(moment) - millisOfSqlUtc(startedAt!)) / 1000)

/** Times are ISO 8601 in UTC, durations seconds. */
const COLUMNS: Record<string, Column> = {
  'Number': ({ number }) => `C${number}`,
  'Status': ({ status }) => status,
  'Priority': ({ priority }) => priority,
  'Widget': ({ widget }) => widget,
  'Visitor': ({ visitor }) => visitor,
  'E-mail': ({ email }) => email,
  'Phone': ({ phone }) => phone,
  'Agent': ({ agent }) => agent,
  'Department': ({ department }) => department,
  'Labels': ({ labels }) => labels.join(', '),
  'Subject': ({ subject }) => subject,
  'Source URL': ({ sourceUrl }) => sourceUrl,
  'Started': ({ startedAt }) => at(startedAt),
  'First response': ({ firstResponseAt }) => at(firstResponseAt),
  'First response (s)': (each) => secondsUntil(each, each.firstResponseAt),
  'Resolved': ({ resolvedAt }) => at(resolvedAt),
  'Resolution (s)': (each) => secondsUntil(each, each.resolvedAt),
  'Closed': ({ closedAt }) => at(closedAt),
  'Archived': ({ archivedAt }) => at(archivedAt),
  'Visitor waiting since': ({ waitingSince }) => at(waitingSince),
  'Last message': ({ lastMessageAt }) => at(lastMessageAt),
  'Messages': ({ messages }) => messages,
  'Rating': ({ rating }) => rating,
  'Feedback': ({ feedback }) => feedback,
}

/** A row per conversation, some rows at a time, below the names of the columns. */
export async function* conversationsTable(
  batches: AsyncIterable<ExportedConversation[]>
): AsyncGenerator<CsvValue[][]> {
  const columns = Object.values(COLUMNS)
  yield [Object.keys(COLUMNS)]
  for await (const batch of batches) {
    yield batch.map((each) => columns.map((column) => column(each) ?? ''))
  }
}
