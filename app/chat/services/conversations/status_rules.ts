export const CONVERSATION_STATUSES = ['pending', 'active', 'waiting', 'resolved', 'closed'] as const
/** A conversation's status: the first three are open, the last two ended. */
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number]

export const FOLDERS = ['open', 'snoozed', 'ended', 'archived'] as const
/** The folder of a conversation in the inbox: one indexed column to filter and sort by. */
export type Folder = (typeof FOLDERS)[number]

/** `pending`: unassigned. `active`: the agent's turn. `waiting`: the visitor's turn. */
export const OPEN_STATUSES: readonly ConversationStatus[] = ['pending', 'active', 'waiting']

export const isOpen = (status: ConversationStatus) => OPEN_STATUSES.includes(status)

/**
 * The legal moves between statuses (C2). A move to the current status is illegal too, so that the second of two
 * agents who resolve a conversation gets an error.
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

/** The folder of a conversation, derived from its status, snooze and archive mark. */
export function folderOf(
  status: ConversationStatus,
  marks: { isArchived: boolean; isSnoozed: boolean }
): Folder {
  if (marks.isArchived) return 'archived'
  if (!isOpen(status)) return 'ended'
  return marks.isSnoozed ? 'snoozed' : 'open'
}
