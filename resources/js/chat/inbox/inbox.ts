import { InboxDesk } from './inbox_desk.js'
import { Page } from './page.js'

const pages = new WeakMap<HTMLElement, Page>()

/** The inbox that an element belongs to. */
export function pageOf(element: HTMLElement): Page {
  const root = element.closest<HTMLElement>('.chat-inbox')!
  const page = pages.get(root) ?? new Page(root)
  pages.set(root, page)
  return page
}

/** The whole inbox; its parts live outside of Alpine's state, where nothing proxies them. */
export function inbox() {
  return {
    init() {
      new InboxDesk(pageOf((this as unknown as { $el: HTMLElement }).$el)).start()
    },
  }
}
