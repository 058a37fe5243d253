import { fragment } from '../dom.js'
import type { Navigation } from '../navigation.js'
import type { Page } from '../page.js'
import { textOf } from './forms.js'
import type { Choice, Finder } from './registry.js'

const MOST = 8
const SHORTEST = 2

/** Conversations of all folders, by number, name, e-mail or what was said: the inbox's own search. */
export function findConversations(page: Page, navigation: Navigation): Finder {
  return async (query, signal) => {
    if (query.trim().length < SHORTEST) return []
    const asked = new URLSearchParams({ filter: 'all', q: query })
    const { html } = await page.api.get<{ html: string }>(`/chat/list?${asked}`, { signal })
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
