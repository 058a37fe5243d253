import { PRIORITIES } from '#chat/models/conversation'
import type Label from '#chat/models/label'
import type { HostUser } from '#chat/contracts/host_records'
import type { Teammate } from '#chat/presenters/teammates'
import { presentLabels } from '#chat/presenters/filter_menu'
import { drawnText } from '#chat/texts/drawn'

/** What can be done with the conversations that are selected. */
export function presentBulk(mates: Teammate[], viewer: HostUser, labels: Label[]) {
  return {
    ...presentTakers(mates, viewer),
    priorities: presentPriorities(null),
    labels: presentLabels(labels),
  }
}

/** The agents that they can be assigned to. */
export const presentTakers = (mates: Teammate[], viewer: HostUser) => ({
  canTake: mates.some(({ id }) => id === viewer.id),
  mates: mates.filter(({ id }) => id !== viewer.id),
})

/** The most urgent first. */
export const presentPriorities = (current: string | null) =>
  [...PRIORITIES].reverse().map((name) => ({
    name,
    label: drawnText(`drawn.priority.${name}`),
    isCurrent: name === current,
  }))
