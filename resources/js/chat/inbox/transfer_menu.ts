import { fragment } from './dom.js'
import type { Page } from './page.js'

const CHOICE = '.chat-transfer select'

/** Whoever opens the menu of assignees reads there who is online now, not who was when it was drawn. */
export function enableTransferMenu(page: Page) {
  const opened = ({ target }: Event) => {
    const menu = target as HTMLElement
    if (menu.matches('[data-menu="assign"][open]')) refresh(page, menu).catch(() => {})
  }
  page.root.addEventListener('toggle', opened, { capture: true })
}

async function refresh(page: Page, menu: HTMLElement) {
  const url = `/chat/${page.current}/context?${page.query}`
  const { head } = await page.api.get<{ head: string }>(url)
  const fresh = fragment(head).querySelector<HTMLSelectElement>(CHOICE)
  const shown = menu.querySelector<HTMLSelectElement>(CHOICE)
  if (!fresh || !shown) return
  const { value } = shown
  shown.replaceChildren(...fresh.children)
  const isStillThere = [...shown.options].some((option) => option.value === value)
  if (isStillThere) shown.value = value
}
