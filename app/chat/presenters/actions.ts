import type { HostUser } from '#chat/contracts/host_records'
import type Conversation from '#chat/models/conversation'
import { isOpen, mayMove } from '#chat/services/conversations/status_rules'
import type { Teammate } from '#chat/presenters/teammates'
import { text } from '#chat/texts/text'

export interface Action {
  /** Last segment of the address that does it. */
  name: 'resolve' | 'close' | 'reopen' | 'archive' | 'unarchive' | 'wake' | 'undo'
  label: string
  /** Shown as a button of its own; the others are in the menu. */
  isPrimary: boolean
}

/** The actions that the conversation's present state allows; others are not offered. */
export function presentActions(conversation: Conversation): Action[] {
  const { status, archivedAt, snoozedUntil, pendingAction } = conversation
  if (pendingAction) return [{ name: 'undo', label: text('inbox.actions.undo'), isPrimary: true }]
  const actions: (Action | false)[] = [
    mayMove(status, 'resolved') && {
      name: 'resolve',
      label: text('inbox.actions.resolve'),
      isPrimary: true,
    },
    !isOpen(status) && { name: 'reopen', label: text('inbox.actions.reopen'), isPrimary: true },
    Boolean(snoozedUntil) && { name: 'wake', label: text('inbox.actions.wake'), isPrimary: false },
    mayMove(status, 'closed') && {
      name: 'close',
      label: text('inbox.actions.close'),
      isPrimary: false,
    },
    archivedAt
      ? { name: 'unarchive', label: text('inbox.actions.unarchive'), isPrimary: false }
      : { name: 'archive', label: text('inbox.actions.archive'), isPrimary: false },
  ]
  return actions.filter((action) => action !== false)
}

/** The possible assignees: the viewer first, then the others by name. */
export function presentAssignees(team: Teammate[], viewer: HostUser, { agent }: Conversation) {
  const current = agent?.userId
  const others = team
    .filter(({ id }) => id !== viewer.id)
    .map((mate) => ({ ...mate, isCurrent: mate.id === current }))
  const canTake = team.some(({ id }) => id === viewer.id)
  return { others, canTake: canTake && current !== viewer.id, isMine: current === viewer.id }
}
