import { DateTime } from 'luxon'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { IllegalMove } from '#chat/exceptions/chat_errors'
import { clearPending } from '#chat/services/later/pending_action'
import {
  folderOf,
  isOpen,
  mayMove,
  type ConversationStatus,
} from '#chat/services/conversation_status'

/**
 * Moves a locked conversation to another state and keeps what hangs on it right: the folder, the key
 * that allows one open conversation per visitor, and the times (C2, C10, C12). The caller saves.
 *
 * @throws IllegalMove
 */
export function moveTo(conversation: Conversation, status: ConversationStatus) {
  const from = conversation.status
  assertMove(conversation, status)
  const now = DateTime.utc()
  conversation.status = status
  conversation.openKey = isOpen(status) ? conversation.visitorId : null
  if (status === 'resolved') conversation.resolvedAt = now
  if (status === 'closed') conversation.closedAt = now
  if (!isOpen(status)) leaveOpen(conversation)
  // A conversation that is taken up again begins anew: its agent has to join again
  if (!isOpen(from)) conversation.joinedAgentId = null
  if (isOpen(status)) {
    conversation.resolvedAt = null
    conversation.closedAt = null
  }
  conversation.updatedAt = now
  refile(conversation)
}

/** @throws IllegalMove when the rules forbid to move a conversation to this state */
export function assertMove({ status: from }: Conversation, to: ConversationStatus) {
  if (from === to) throw new IllegalMove([`This conversation is ${to} already`])
  if (!mayMove(from, to)) throw new IllegalMove([`A ${from} conversation cannot become ${to}`])
}

function leaveOpen(conversation: Conversation) {
  conversation.waitingSince = null
  conversation.snoozedUntil = null
  clearPending(conversation)
}

/** Puts a locked conversation aside until a moment, or (null) takes it up again. The caller saves. */
export function markSnoozed(conversation: Conversation, until: DateTime | null) {
  conversation.snoozedUntil = until
  conversation.updatedAt = DateTime.utc()
  refile(conversation)
}

/** Sets or lifts the archive mark of a locked conversation. The caller saves. */
export function markArchived(conversation: Conversation, isArchived: boolean) {
  conversation.archivedAt = isArchived ? (conversation.archivedAt ?? DateTime.utc()) : null
  if (isArchived) conversation.snoozedUntil = null
  clearPending(conversation)
  conversation.updatedAt = DateTime.utc()
  refile(conversation)
}

/** Gives a locked conversation to an agent, or back to those that wait. The caller saves. */
export function giveTo(conversation: Conversation, agent: Agent | null) {
  conversation.agentId = agent?.id ?? null
  conversation.agentName = agent?.name ?? null
  conversation.joinedAgentId = null
  conversation.passedOnById = null
  conversation.updatedAt = DateTime.utc()
  if (agent && conversation.queuedAt) {
    conversation.assignedAt = conversation.updatedAt
    conversation.queueSeconds = secondsBetween(conversation.queuedAt, conversation.updatedAt)
  }
  enqueue(conversation)
  const isPending = conversation.status === 'pending'
  if (agent && isPending) moveTo(conversation, 'active')
  if (!agent && isOpen(conversation.status) && !isPending) moveTo(conversation, 'pending')
}

/** The open state that fits whoever has the conversation now. */
export const openStatusFor = (conversation: Conversation): ConversationStatus =>
  conversation.agentId ? 'active' : 'pending'

function refile(conversation: Conversation) {
  conversation.folder = folderOf(conversation.status, {
    isArchived: conversation.archivedAt !== null,
    isSnoozed: Boolean(conversation.snoozedUntil),
  })
  enqueue(conversation)
}

/**
 * Whatever is open, for people and nobody's waits in the queue, and nothing else does (R4). Who comes
 * back into it keeps the place of their unanswered message.
 */
function enqueue(conversation: Conversation) {
  const { folder, agentId, handlerType } = conversation
  const waits = folder === 'open' && !agentId && handlerType === 'agent'
  const since = conversation.queuedAt ?? conversation.waitingSince ?? DateTime.utc()
  conversation.queuedAt = waits ? since : null
  const waitsForOne = waits && conversation.departmentId !== null
  conversation.departmentSince = waitsForOne
    ? (conversation.departmentSince ?? DateTime.utc())
    : null
}

const secondsBetween = (from: DateTime, to: DateTime) =>
  Math.max(0, Math.round(to.diff(from, 'seconds').seconds))
