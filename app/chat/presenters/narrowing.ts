import { PRIORITIES } from '#chat/models/conversation'
import type Label from '#chat/models/label'
import type SavedView from '#chat/models/saved_view'
import { inboxQuery, type InboxAddress } from '#chat/services/inbox_address'
import type { InboxFilters } from '#chat/services/inbox_filters'

type Choices = Awaited<ReturnType<InboxFilters['choices']>>
type Name = 'widget' | 'label' | 'agent' | 'priority' | 'sort'

interface Option {
  value: string
  label: string
  isChosen: boolean
}

const TITLES: Record<Name, string> = {
  widget: 'Widget',
  label: 'Label',
  agent: 'Agent',
  priority: 'Priority',
  sort: 'Sort by',
}

export const capitalized = (word: string) => `${word[0].toUpperCase()}${word.slice(1)}`

/**
 * What the list can be narrowed to, what it is narrowed to, and how to get out of that again. What
 * has been deleted since is not to be chosen, but said where a list is still narrowed to it.
 */
export function presentNarrowing(address: InboxAddress, choices: Choices) {
  const options: Record<Name, [string, string][]> = {
    widget: choices.widgets.map(({ externalId, name }) => [externalId, name]),
    label: choices.labels.map(({ externalId, name }) => [externalId, name]),
    agent: [
      ['me', 'Me'],
      ['nobody', 'Nobody'],
      ...choices.agents.map(({ externalId, name }): [string, string] => [externalId, name]),
    ],
    priority: [...PRIORITIES].reverse().map((each) => [each, capitalized(each)]),
    sort: [
      ['waiting', 'Longest waiting'],
      ['priority', 'Priority'],
    ],
  }
  const fields = (Object.keys(TITLES) as Name[]).map((name) => ({
    name,
    title: TITLES[name],
    /** What it is when nothing is chosen. */
    any: name === 'sort' ? 'Newest' : 'Any',
    options: options[name].map(([value, label]): Option => ({
      value,
      label,
      isChosen: value === address[name],
    })),
  }))
  const chips = fields.flatMap(({ name, title, options: of }) => {
    if (!address[name]) return []
    const chosen = of.find(({ isChosen }) => isChosen)
    const query = inboxQuery({ ...address, [name]: undefined })
    return [{ title, value: chosen?.label ?? 'deleted', query, url: `/chat?${query}` }]
  })
  const clear = inboxQuery({ filter: address.filter, q: address.q })
  return { fields, chips, clearUrl: `/chat?${clear}`, clearQuery: clear }
}

/** The views of the menu, and which of them the list shows now. */
export function presentViews(
  views: SavedView[],
  address: InboxAddress,
  mayChange: (view: SavedView) => boolean
) {
  const current = inboxQuery(address)
  const all = views.map((view) => {
    const query = inboxQuery(view.filters)
    return {
      id: view.externalId,
      name: view.name,
      isShared: view.isShared,
      mayChange: mayChange(view),
      isCurrent: query === current,
      query,
      url: `/chat?${query}`,
    }
  })
  return { all, current: all.find(({ isCurrent }) => isCurrent) ?? null }
}

/** Labels as rows and cards show them. */
export const presentLabels = (labels: Label[]) =>
  labels.map(({ externalId, name, color }) => ({ id: externalId, name, color }))
