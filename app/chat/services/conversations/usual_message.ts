import { randomUUID } from 'node:crypto'
import Agent from '#chat/models/agent'
import { sqlUtcNow } from '#chat/models/columns'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { preview } from '#chat/services/conversations/message_log'
import type { UsualSender } from '#chat/services/conversations/usual_senders'
import type { SqlRow, SqlValues, Statements } from '#chat/support/steps/statement'
import type { Steps } from '#chat/support/steps/steps'

/** A text for the visitor and the agents to read; its content has been checked. */
export interface UsualMessage {
  tenantId: string
  /** The columns by which the request names the conversation. */
  conversation: SqlValues
  content: string
  clientMessageId: string
  sender: UsualSender
}

/** The rows as they are stored. */
export interface StoredRows {
  conversation: SqlRow
  message: SqlRow
  /** Whether it is the other side's turn now, which it was not before. */
  isTurn: boolean
}

/** More unread messages than this are left to the long way. */
const MOST_UNREAD = 50

const AWAITING = 'awaiting_chats_count'

/** What a usual message changes. */
export interface UsualWrite extends Omit<StoredRows, 'message'> {
  message: ReturnType<typeof messageRow>
  /** The changed columns of the conversation. */
  changes: SqlValues
  /** The `seq` of each line that the agent has read by replying. */
  read: number[]
}

/**
 * The short way of a message: the few statements of the usual case, in which the conversation is open and in no list
 * but those of its folder. Returns null for every other case; nothing is written then.
 */
export function* storeUsual(message: UsualMessage, sql: Statements): Steps<StoredRows | null> {
  const found = yield sql.of(
    `conversation ${Object.keys(message.conversation)}`,
    message.conversation,
    (query, columns) => query.from(Conversation.table).where(columns).forUpdate()
  )
  const write = usualWrite(message, found.rows[0])
  if (!write) return null

  yield* markRead(write, sql)
  const { insertedId } = yield sql.insert(Message.table, write.message)
  yield sql.of(
    `moved ${Object.keys(write.changes)}`,
    { ...write.changes, id: write.conversation.id },
    (query, { id, ...names }) => query.from(Conversation.table).where({ id }).update(names)
  )
  yield* countAwaiting(write, sql)
  return storedRows(write, insertedId!)
}

/** What a message changes of its conversation, which is locked; null where more has to happen than here. */
export function usualWrite(message: UsualMessage, row: SqlRow | undefined): UsualWrite | null {
  const { sender } = message
  if (!row || !isUsual(row) || !sender.suits(row)) return null
  const at = sqlUtcNow()
  const moved = sender.moves(row, at)
  const read = moved.agent_unread_count === 0 ? unreadOf(row) : []
  if (read.length > MOST_UNREAD) return null
  const stored = messageRow(message, row, at)
  const changes: SqlValues = { ...newest(stored, row), ...moved }
  return {
    conversation: row,
    message: stored,
    changes,
    read,
    isTurn: changes.status !== undefined,
  }
}

/** The rows after the write. */
export const storedRows = (
  { conversation, message, changes, isTurn }: UsualWrite,
  id: number
): StoredRows => ({
  conversation: { ...conversation, ...changes },
  message: { ...message, id },
  isTurn,
})

/** Neither snoozed, archived nor about to be, and without labels, whose lists would have to be updated as well. */
const isUsual = ({ folder, is_labelled: isLabelled, pending_action: pending }: SqlRow) =>
  folder === 'open' && !isLabelled && !pending

/** The `seq` of every line that no agent has read. */
const unreadOf = ({ agent_unread_count: count, agent_read_seq: from, last_seq: to }: SqlRow) =>
  count ? Array.from({ length: to - from }, (_, index) => from + 1 + index) : []

/** By whole keys, as a range would lock the gap before the next conversation's messages as well. */
export function* markRead({ conversation, message, read }: UsualWrite, sql: Statements) {
  if (read.length === 0) return
  const seqs = Object.fromEntries(read.map((seq, index) => [`seq${index}`, seq]))
  yield sql.of(
    `read ${read.length}`,
    { id: conversation.id, at: message.created_at, ...seqs },
    (query, { id: conversationId, at: readAt, ...names }) =>
      query
        .from(Message.table)
        .where({ conversation_id: conversationId, sender_type: 'visitor' })
        .whereIn('seq', Object.values(names))
        .whereNull('read_at')
        .update({ read_at: readAt })
  )
}

/** The agent's count of conversations in which it is the visitor's turn. */
export function* countAwaiting({ conversation, changes, isTurn }: UsualWrite, sql: Statements) {
  if (!isTurn) return
  const isOneMore = changes.status === 'waiting'
  const name = isOneMore ? 'one more awaits' : 'one less awaits'
  yield sql.of(name, { id: conversation.agent_id }, (query, { id }) => {
    const agent = query.from(Agent.table).where({ id })
    return isOneMore ? agent.increment(AWAITING, 1) : agent.decrement(AWAITING, 1)
  })
}

const messageRow = (
  { content, clientMessageId, sender }: UsualMessage,
  { id, tenant_id: tenantId, last_seq: lastSeq }: SqlRow,
  at: string
) => ({
  external_id: randomUUID(),
  tenant_id: tenantId as string,
  conversation_id: id as number,
  seq: lastSeq + 1,
  client_message_id: clientMessageId,
  sender_type: sender.type,
  sender_id: sender.id,
  sender_name: sender.name,
  visibility: 'public',
  type: 'text',
  content,
  metadata: null,
  is_verified: Number(sender.isVerified),
  read_at: null,
  created_at: at,
})

/** What every message changes of its conversation. */
const newest = (message: ReturnType<typeof messageRow>, { message_count: count }: SqlRow) => ({
  last_seq: message.seq,
  message_count: count + 1,
  last_message: preview(message.content),
  last_message_sender_type: message.sender_type,
  last_message_sender_id: message.sender_id,
  last_message_at: message.created_at,
  updated_at: message.created_at,
})
