import type { ConversationAssigned, MessageSent } from '#chat/events/chat_events'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import { newestMessage } from '#chat/services/conversations/message_log'
import { changesVisitorView } from '#chat/services/conversations/visitor_view_changes'
import { sightedOf, type Sighted } from '#chat/services/visibility/sight'
import type { DomainEvent } from '#chat/services/webhooks/webhook_events'

/** The rows of one transaction: all of them are committed, or none. */
export interface WriteResult {
  /** Locked by the transaction and saved at its end. */
  conversation: Conversation
  /** New messages and system lines, in order of `seq`. */
  messages: Message[]
  /** Whether the conversation begins with these rows; then `chat.conversation.updated` is emitted. */
  hasBegun?: boolean
  /** Whether `chat.conversation.updated` is emitted; by default the changed columns decide. */
  isChanged?: boolean
  /** The agent who acts, if an agent does. */
  by?: Agent
}

/** Columns that every message updates. A change to any other column counts as a changed conversation. */
const MOVED_BY_MESSAGES = new Set([
  'lastSeq',
  'messageCount',
  'lastMessage',
  'lastMessageSenderType',
  'lastMessageSenderId',
  'lastMessageAt',
  'agentReadSeq',
  'agentUnreadCount',
  'visitorReadSeq',
  'visitorUnreadCount',
  'waitingSince',
  'mailDueAt',
  'pushDueAt',
  'missedDueAt',
  'notifyAt',
  'firstResponseAt',
  'updatedAt',
])

/** An event per new message, and one if the conversation changed; computed before saving, while it is still dirty. */
export async function eventsOf(
  written: WriteResult,
  trx: TransactionClientContract
): Promise<DomainEvent[]> {
  const { conversation, messages } = written
  const hasBegun = written.hasBegun ?? false
  const isChanged = hasBegun || (written.isChanged ?? hasChanged(written))
  const sent = messages.map((message) => {
    const payload: MessageSent = { conversation, message }
    return { name: 'chat.message.sent' as const, payload }
  })
  if (!isChanged) return sent
  const message =
    representativeLine(messages) ?? (await newestMessage(conversation, { client: trx }))
  const before = conversation.$original.id
    ? sightedOf(conversation.$original as Sighted)
    : undefined
  const visitorSees = changesVisitorView(conversation)
  const payload = { conversation, message, hasBegun, visitorSees, before }
  return [...sent, { name: 'chat.conversation.updated', payload }]
}

/** The assignment event, if saving the conversation gives it to another agent. */
export function assignmentIn({
  conversation,
  messages,
  by,
}: WriteResult): ConversationAssigned | null {
  if (!conversation.$dirty.agentId) return null
  const note = messages.find(({ type }) => type === 'note') ?? null
  return { conversation, message: messages[0], note, by: by ?? null }
}

/** The line that stands for a change: the last system line, else the last message. */
const representativeLine = (messages: Message[]): Message | undefined =>
  messages.findLast(({ type }) => type === 'event') ?? messages.at(-1)

/** A system line always counts as a change; a reply or a note alone may not. */
function hasChanged({ conversation, messages }: WriteResult) {
  if (messages.some(({ type }) => type === 'event')) return true
  return Object.keys(conversation.$dirty).some((column) => !MOVED_BY_MESSAGES.has(column))
}
