import { PRIORITIES } from '#chat/models/conversation'
import type Label from '#chat/models/label'
import type { HostUser } from '#chat/contracts/crm_host'
import { initials } from '#chat/presenters/names'
import { capitalized, presentLabels } from '#chat/presenters/narrowing'

/** What can be done with the conversations that are selected. */
export function presentBulk(users: HostUser[], viewer: HostUser, labels: Label[]) {
  return {
    canTake: users.some(({ id }) => id === viewer.id),
    users: users
      .filter(({ id }) => id !== viewer.id)
      .map(({ id, name }) => ({ id, name, initials: initials(name) })),
    priorities: presentPriorities(null),
    labels: presentLabels(labels),
  }
}

/** The most urgent first. */
export const presentPriorities = (current: string | null) =>
  [...PRIORITIES].reverse().map((name) => ({
    name,
    label: capitalized(name),
    isCurrent: name === current,
  }))
