import { DateTime } from 'luxon'
import type Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { IllegalMove } from '#chat/exceptions/chat_errors'
import { clearPending } from '#chat/services/conversations/pending_action'
import {
  folderOf,
  isOpen,
  mayMove,
  type ConversationStatus,
} from '#chat/services/conversations/status_rules'
import { text } from '#chat/texts/text'

/**
 * Moves a locked conversation to another status and updates its folder, its timestamps and the key that allows one
 * open conversation per visitor (C2, C10, C12). The caller saves.
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
  // A reopened conversation begins anew: its agent has to join again
  if (!isOpen(from)) conversation.joinedAgentId = null
  if (isOpen(status)) {
    conversation.resolvedAt = null
    conversation.closedAt = null
  }
  conversation.updatedAt = now
  updateFolder(conversation)
}

/** @throws IllegalMove when the rules forbid the move */
export function assertMove({ status: from }: Conversation, to: ConversationStatus) {
  if (from === to) throw new IllegalMove([text('refusals.already', { status: to })])
  if (!mayMove(from, to)) throw new IllegalMove([text('refusals.move', { from, to })])
}

function leaveOpen(conversation: Conversation) {
  conversation.waitingSince = null
  conversation.missedDueAt = null
  conversation.snoozedUntil = null
  clearPending(conversation)
}

/** Snoozes a locked conversation until a timestamp, or ends its snooze (null). The caller saves. */
export function markSnoozed(conversation: Conversation, until: DateTime | null) {
  conversation.snoozedUntil = until
  conversation.updatedAt = DateTime.utc()
  updateFolder(conversation)
}

/** Sets or removes the archive mark of a locked conversation. The caller saves. */
export function markArchived(conversation: Conversation, isArchived: boolean) {
  conversation.archivedAt = isArchived ? (conversation.archivedAt ?? DateTime.utc()) : null
  if (isArchived) conversation.snoozedUntil = null
  clearPending(conversation)
  conversation.updatedAt = DateTime.utc()
  updateFolder(conversation)
}

/** Assigns a locked conversation to an agent, or returns it to the queue (null). The caller saves. */
export function assignTo(conversation: Conversation, agent: Agent | null) {
  conversation.agentId = agent?.id ?? null
  conversation.agentName = agent?.name ?? null
  conversation.joinedAgentId = null
  conversation.transferredById = null
  conversation.updatedAt = DateTime.utc()
  if (agent && conversation.queuedAt) {
    conversation.assignedAt = conversation.updatedAt
    conversation.queueSeconds = secondsBetween(conversation.queuedAt, conversation.updatedAt)
  }
  updateQueueState(conversation)
  const isPending = conversation.status === 'pending'
  if (agent && isPending) moveTo(conversation, 'active')
  if (!agent && isOpen(conversation.status) && !isPending) moveTo(conversation, 'pending')
}

/** The open status that fits the conversation's assignee. */
export const openStatusFor = (conversation: Conversation): ConversationStatus =>
  conversation.agentId ? 'active' : 'pending'

function updateFolder(conversation: Conversation) {
  conversation.folder = folderOf(conversation.status, {
    isArchived: conversation.archivedAt !== null,
    isSnoozed: Boolean(conversation.snoozedUntil),
  })
  updateQueueState(conversation)
}

/**
 * A conversation is in the queue exactly when it is open, meant for humans and unassigned (R4). One that returns to
 * the queue keeps the position of its unanswered message.
 */
function updateQueueState(conversation: Conversation) {
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
