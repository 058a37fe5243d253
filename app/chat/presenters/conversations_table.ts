import { millisOfSqlUtc } from '#chat/models/columns'
import type { ExportedConversation } from '#chat/services/inbox/exported_conversations'
import type { CsvValue } from '#chat/support/csv'
import { text } from '#chat/texts/text'
import type { exports } from '#chat/texts/en/exports'

type Column = (conversation: ExportedConversation) => CsvValue | null

/** `2026-11-21T14:05:00Z` */
const at = (moment: string | Date | null) =>
  moment && `${new Date(millisOfSqlUtc(moment)).toISOString().slice(0, 19)}Z`

const secondsUntil = ({ startedAt }: ExportedConversation, moment: string | Date | null) =>
  moment && Math.round((millisOfSqlUtc(moment) - millisOfSqlUtc(startedAt!)) / 1000)

/** Times are ISO 8601 in UTC, durations seconds. */
const COLUMNS: Record<keyof typeof exports, Column> = {
  number: ({ number }) => `C${number}`,
  status: ({ status }) => status,
  priority: ({ priority }) => priority,
  widget: ({ widget }) => widget,
  visitor: ({ visitor }) => visitor,
  email: ({ email }) => email,
  phone: ({ phone }) => phone,
  agent: ({ agent }) => agent,
  department: ({ department }) => department,
  labels: ({ labels }) => labels.join(', '),
  subject: ({ subject }) => subject,
  source: ({ sourceUrl }) => sourceUrl,
  started: ({ startedAt }) => at(startedAt),
  first_response: ({ firstResponseAt }) => at(firstResponseAt),
  response_time: (each) => secondsUntil(each, each.firstResponseAt),
  resolved: ({ resolvedAt }) => at(resolvedAt),
  resolution_time: (each) => secondsUntil(each, each.resolvedAt),
  closed: ({ closedAt }) => at(closedAt),
  archived: ({ archivedAt }) => at(archivedAt),
  waiting: ({ waitingSince }) => at(waitingSince),
  last_message: ({ lastMessageAt }) => at(lastMessageAt),
  messages: ({ messages }) => messages,
  rating: ({ rating }) => rating,
  feedback: ({ feedback }) => feedback,
}

const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]

/** A row per conversation, some rows at a time, below the names of the columns. */
export async function* conversationsTable(
  batches: AsyncIterable<ExportedConversation[]>
): AsyncGenerator<CsvValue[][]> {
  const columns = Object.values(COLUMNS)
  yield [NAMES.map((name) => text(`exports.${name}`))]
  for await (const batch of batches) {
    yield batch.map((each) => columns.map((column) => column(each) ?? ''))
  }
}
