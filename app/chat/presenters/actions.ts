import type { HostUser } from '#chat/contracts/crm_host'
import type Conversation from '#chat/models/conversation'
import { isOpen, mayMove } from '#chat/services/conversation_status'
import type { Teammate } from '#chat/presenters/teammates'

export interface Action {
  /** Last segment of the address that does it. */
  name: 'resolve' | 'close' | 'reopen' | 'archive' | 'unarchive' | 'wake' | 'undo'
  label: string
  /** Shown as a button of its own; the others are in the menu. */
  isPrimary: boolean
}

/** What can be done with the conversation as it is now; whatever the rules forbid is not offered. */
export function presentActions(conversation: Conversation): Action[] {
  const { status, archivedAt, snoozedUntil, pendingAction } = conversation
  if (pendingAction) return [{ name: 'undo', label: 'Undo', isPrimary: true }]
  const actions: (Action | false)[] = [
    mayMove(status, 'resolved') && { name: 'resolve', label: 'Resolve', isPrimary: true },
    !isOpen(status) && { name: 'reopen', label: 'Reopen', isPrimary: true },
    Boolean(snoozedUntil) && { name: 'wake', label: 'End snooze', isPrimary: false },
    mayMove(status, 'closed') && { name: 'close', label: 'Close', isPrimary: false },
    archivedAt
      ? { name: 'unarchive', label: 'Restore from archive', isPrimary: false }
      : { name: 'archive', label: 'Archive', isPrimary: false },
  ]
  return actions.filter((action) => action !== false)
}

/** Whom the conversation can be given to: the viewer first, then the others by name. */
export function presentAssignees(team: Teammate[], viewer: HostUser, { agent }: Conversation) {
  const current = agent?.userId
  const others = team
    .filter(({ id }) => id !== viewer.id)
    .map((mate) => ({ ...mate, isCurrent: mate.id === current }))
  const canTake = team.some(({ id }) => id === viewer.id)
  return { others, canTake: canTake && current !== viewer.id, isMine: current === viewer.id }
}
