import { Inbox } from './inbox.js'
import { Page } from './page.js'
import type { InboxServices } from './services.js'

const known = new WeakMap<HTMLElement, Inbox>()

/** The services of the inbox that an element is in: one set per page. */
export function inboxOf(element: HTMLElement): InboxServices {
  const root = element.closest<HTMLElement>('.chat-inbox')!
  const inbox = known.get(root) ?? new Inbox(new Page(root))
  known.set(root, inbox)
  return inbox
}
