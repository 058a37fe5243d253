import { PRIORITIES } from '#chat/models/conversation'
import type Label from '#chat/models/label'
import type SavedView from '#chat/models/saved_view'
import { inboxQuery, type InboxQuery } from '#chat/services/inbox/inbox_query'
import type { InboxFilters } from '#chat/services/inbox/inbox_filters'
import { drawnText } from '#chat/texts/drawn'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

type Choices = Awaited<ReturnType<InboxFilters['choices']>>
type Name = (typeof NAMES)[number]

export interface Option {
  value: string
  label: string
  isChosen: boolean
}

const NAMES = ['widget', 'label', 'agent', 'priority', 'sort'] as const

/**
 * The fields of the filter menu, and a chip for each active filter with a link that removes it. A deleted widget, label
 * or agent is no option, but has a chip while the list is still filtered by it.
 */
export function presentFilterMenu(address: InboxQuery, choices: Choices) {
  const options: Record<Name, [string, string][]> = {
    widget: choices.widgets.map(({ externalId, name }) => [externalId, name]),
    label: choices.labels.map(({ externalId, name }) => [externalId, name]),
    agent: [
      ['me', text('inbox.list.filters.me')],
      ['unassigned', text('inbox.list.filters.no_agent')],
      ...choices.agents.map(({ externalId, name }): [string, string] => [externalId, name]),
    ],
    priority: [...PRIORITIES].reverse().map((each) => [each, drawnText(`drawn.priority.${each}`)]),
    sort: [
      ['waiting', text('inbox.list.filters.longest_waiting')],
      ['priority', text('inbox.list.filters.priority')],
    ],
  }
  const fields = NAMES.map((name) => ({
    name,
    title: text(`inbox.list.filters.${name}`),
    /** The option for no filter. */
    any: text(name === 'sort' ? 'inbox.list.filters.newest' : 'inbox.list.filters.any'),
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
    return [
      {
        title,
        value: chosen?.label ?? text('inbox.list.filters.deleted'),
        query,
        url: chatUrl('chat.inbox.index', {}, query),
      },
    ]
  })
  const clear = inboxQuery({ filter: address.filter, q: address.q })
  return { fields, chips, clearUrl: chatUrl('chat.inbox.index', {}, clear), clearQuery: clear }
}

/** The views of the menu, and which of them the list shows now. */
export function presentViews(
  views: SavedView[],
  address: InboxQuery,
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
      url: chatUrl('chat.inbox.index', {}, query),
    }
  })
  return { all, current: all.find(({ isCurrent }) => isCurrent) ?? null }
}

/** Labels as rows and cards show them. */
export const presentLabels = (labels: Pick<Label, 'externalId' | 'name' | 'color'>[]) =>
  labels.map(({ externalId, name, color }) => ({ id: externalId, name, color }))
