import { isForBrowser } from './dom.js'
import { matchIn } from './list/row_element.js'
import type { ListSync } from './list/list_sync.js'
import type { Navigation } from './navigation.js'
import type { Page } from './page.js'
import { conversationAt } from '../shared/page_url.js'

const CLOSE_TO_THE_END = 400

/** Follows the inbox's own links without leaving the page; everything else is the browser's. */
export function enableLinks(page: Page, navigation: Navigation, list: ListSync) {
  page.root.addEventListener('click', (event) => {
    if (isBesideDrawer(event.target as HTMLElement)) page.isPanelOpen = false
    const link = (event.target as HTMLElement).closest<HTMLElement>('a[href], button')
    if (!link || isForBrowser(event)) return
    const follow = destination(link)
    if (!follow) return
    event.preventDefault()
    follow()
  })
  const rows = page.region('rows')
  rows.addEventListener('scroll', () => isNearEnd(rows) && void more(), { passive: true })

  function isBesideDrawer(target: HTMLElement) {
    return page.isPanelOpen && !target.closest('.chat-side, [data-command="details"]')
  }

  function destination(link: HTMLElement): (() => void) | undefined {
    const { command, filterLink, moreLink } = link.dataset
    if (command) return page.commands.has(command) ? () => page.commands.run(command) : undefined
    if (moreLink !== undefined) return () => void more()
    if (filterLink) return () => filterBy(link, filterLink)
    const isConversation = link.matches('.chat-row__link, [data-open]')
    if (!isConversation) return undefined
    const { href } = link as HTMLAnchorElement
    return () => void navigation.open(conversationAt(href), { at: matchIn(href) })
  }

  function filterBy(link: HTMLElement, query: string) {
    link.closest('details')?.removeAttribute('open')
    void navigation.filter(query)
  }

  function more() {
    return list.pages.more().catch((error) => page.failed(error))
  }
}

function isNearEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement) {
  return scrollHeight - scrollTop - clientHeight < CLOSE_TO_THE_END
}
