import type { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { toSqlUtc } from '#chat/models/columns'
import Conversation from '#chat/models/conversation'

/** The columns of a conversation that say when something is to happen with it. */
export const DUE_COLUMNS = ['missed_due_at', 'mail_due_at', 'push_due_at', 'notify_at'] as const
type DueColumn = (typeof DUE_COLUMNS)[number]

/** For a conversation with which nothing is to happen any more. */
export const NOTHING_DUE = Object.fromEntries(DUE_COLUMNS.map((column) => [column, null]))

/** Up to `most` conversations whose time has come, the oldest first. */
export const dueConversations = (column: DueColumn, now: DateTime, most: number) =>
  Conversation.query().where(column, '<=', toSqlUtc(now)).orderBy(column).limit(most)

/** What was to happen with these locked conversations has happened, or never will. */
export async function clearDue(
  column: DueColumn,
  conversations: Conversation[],
  trx: TransactionClientContract
): Promise<void> {
  const ids = conversations.map(({ id }) => id)
  await Conversation.query({ client: trx })
    .whereIn('id', ids)
    .update({ [column]: null })
}
