import type { Folder } from '#chat/models/conversation'

export const CONVERSATION_STATUSES = ['pending', 'active', 'waiting', 'resolved', 'closed'] as const
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number]

/** `pending`: nobody assigned yet. `active`: an agent is on it. `waiting`: for the visitor. */
export const OPEN_STATUSES: readonly ConversationStatus[] = ['pending', 'active', 'waiting']

export const isOpen = (status: ConversationStatus) => OPEN_STATUSES.includes(status)

/**
 * The legal moves between states (C2). A move to the state that a conversation already has is no
 * move, and refused: two agents who resolve at once are told apart by it.
 */
const MOVES: Record<ConversationStatus, readonly ConversationStatus[]> = {
  pending: ['active', 'waiting', 'resolved', 'closed'],
  active: ['pending', 'waiting', 'resolved', 'closed'],
  waiting: ['pending', 'active', 'resolved', 'closed'],
  resolved: ['pending', 'active', 'closed'],
  closed: ['pending', 'active'],
}

export const mayMove = (from: ConversationStatus, to: ConversationStatus) =>
  MOVES[from].includes(to)

/** The folder that a conversation belongs into, by its state and its marks. */
export function folderOf(
  status: ConversationStatus,
  marks: { isArchived: boolean; isSnoozed: boolean }
): Folder {
  if (marks.isArchived) return 'archived'
  if (!isOpen(status)) return 'ended'
  return marks.isSnoozed ? 'snoozed' : 'open'
}
