import type { ListJson } from '../../../../../app/chat/transformers/json/inbox_json.js'
import { fragment } from '../dom.js'
import type { Navigation } from '../navigation.js'
import type { Page } from '../page.js'
import { textOf } from './forms.js'
import type { Choice, Finder } from './registry.js'
import { pageUrl } from '../../shared/page_url.js'

const MOST = 8
const SHORTEST = 2

/** Finds conversations of all folders by number, name, email or message, with the inbox's own search. */
export function findConversations(page: Page, navigation: Navigation): Finder {
  return async (query, signal) => {
    if (query.trim().length < SHORTEST) return []
    const asked = new URLSearchParams({ filter: 'all', q: query })
    const { html } = await page.api.get<ListJson>(pageUrl(`/list?${asked}`), { signal })
    const rows = [...fragment(html).querySelectorAll<HTMLElement>('[data-row]')]
    return rows.slice(0, MOST).map((row) => choiceOf(row, navigation))
  }
}

function choiceOf(row: HTMLElement, navigation: Navigation): Choice {
  const [name, about] = ['.chat-row__name', '.chat-row__name + .chat-hidden'].map((part) => {
    const element = row.querySelector<HTMLElement>(part)
    return element ? textOf(element) : ''
  })
  return { title: name, detail: about, run: () => navigation.open(row.dataset.row!) }
}
