import type { DateTime } from 'luxon'
import type Agent from '#chat/models/agent'
import { toSqlUtc } from '#chat/models/columns'
import type { SenderType } from '#chat/models/conversation_thread'
import type Visitor from '#chat/models/visitor'
import type { SqlRow, SqlValues } from '#chat/support/steps/statement'
import { pushTime } from '#chat/services/notifications/visitors/push_due'
import { claimedName } from '#chat/services/visitors/contact_sources'

/** Who writes a usual message, and what that changes of the conversation beside its newest message. */
export interface UsualSender {
  type: SenderType
  id: number
  name: string
  isVerified: boolean
  /** Whether nothing but the message and, perhaps, the turn changes. */
  suits(conversation: SqlRow): boolean
  /** The columns that change; `status` is among them when it is the other side's turn from now on. */
  moves(conversation: SqlRow, at: string): SqlValues
}

/** A visitor, in a conversation that waits in the queue or has an agent. */
export const usualVisitor = (visitor: Visitor): UsualSender => ({
  type: 'visitor',
  id: visitor.id,
  name: claimedName(visitor),
  isVerified: visitor.isVerified,
  suits: ({ status, agent_id: agentId }) =>
    status === 'pending' || status === 'active' || (status === 'waiting' && agentId !== null),
  moves: (conversation, at) => ({
    agent_unread_count: conversation.agent_unread_count + 1,
    ...(conversation.waiting_since === null && { waiting_since: at }),
    ...(conversation.status === 'waiting' && { status: 'active' }),
    ...(conversation.agent_id !== null && { notify_at: at }),
  }),
})

/**
 * The agent who has the conversation and has joined it, and who has seen all of it unless `seenSeq` is left out;
 * `mailDueAt` is when the visitor gets the reply by email.
 */
export const usualAgent = (
  agent: Agent,
  { seenSeq, mailDueAt }: { seenSeq?: number | null; mailDueAt: DateTime | null }
): UsualSender => ({
  type: 'agent',
  id: agent.id,
  name: agent.name,
  isVerified: false,
  suits: (conversation) =>
    conversation.agent_id === agent.id &&
    conversation.joined_agent_id === agent.id &&
    (conversation.status === 'active' || conversation.status === 'waiting') &&
    (seenSeq ?? Infinity) >= conversation.last_seq,
  moves: (conversation, at) => ({
    visitor_unread_count: conversation.visitor_unread_count + 1,
    agent_read_seq: conversation.last_seq + 1,
    agent_unread_count: 0,
    mail_due_at: mailDueAt && toSqlUtc(mailDueAt),
    ...(conversation.gets_pushes &&
      conversation.push_due_at === null && { push_due_at: toSqlUtc(pushTime()) }),
    ...(conversation.waiting_since !== null && { waiting_since: null }),
    ...(conversation.missed_due_at !== null && { missed_due_at: null }),
    ...(conversation.first_response_at === null && { first_response_at: at }),
    ...(conversation.status === 'active' && { status: 'waiting' }),
  }),
})
