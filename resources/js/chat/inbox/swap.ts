import Alpine from '@alpinejs/csp'
import { fragment } from './dom.js'

/** Attributes that scripts add to the server's elements: open menus, and buttons that are options of a list. */
const ADDED = ['open', 'role', 'id', 'tabindex', 'aria-selected', 'hidden']
const WITH_ADDED = 'details, [role=listbox], [role=option]'

/**
 * Updates an element to the server's HTML. Unchanged elements stay, with the focus, open menus and typed text, and so does one
 * that moves. When the focused element has gone, the focus moves to the conversation's name or the current link.
 */
export function swap(element: HTMLElement, html: string) {
  const fresh = element.cloneNode() as HTMLElement
  fresh.append(fragment(html))
  const focused = document.activeElement as HTMLElement | null
  for (const each of [element, fresh]) trim(each)
  const hadFocus = element.contains(focused)
  Alpine.morph(element, fresh, { key: keyOf, updating: keepAdded })
  if (!hadFocus || element.contains(document.activeElement)) return
  const stays = element.contains(focused) && focused
  const next = stays || element.querySelector<HTMLElement>('[data-focus], a[aria-current]')
  ;(next ?? element).focus({ preventScroll: true })
}

/** Removes blanks around the elements: next to one, a morph would replace elements that have not changed. */
function trim({ firstChild, lastChild }: HTMLElement) {
  for (const node of [firstChild, lastChild]) {
    if (node?.nodeType === Node.TEXT_NODE && !node.textContent!.trim()) node.remove()
  }
}

/** The key of an element among its siblings. */
function keyOf(node: Node) {
  const element = node as HTMLElement
  if (element.matches('button, option')) return (element as HTMLButtonElement).value
  const { act, menu, menuInline, filterLink, planned } = element.dataset
  return act ?? menu ?? menuInline ?? filterLink ?? planned ?? ''
}

function keepAdded(shown: Node, fresh: Node, _: () => void, skip: () => void) {
  if (!(shown instanceof HTMLElement) || !(fresh instanceof HTMLElement)) return
  if (isOwn(shown, fresh)) return skip()
  if (!shown.matches(WITH_ADDED)) return
  for (const name of ADDED) {
    const value = shown.getAttribute(name)
    if (value !== null) fresh.setAttribute(name, value)
  }
}

/** Elements that stay: those hidden without a script, and the field with the assignee that an open menu showed. */
const isOwn = (shown: HTMLElement, fresh: HTMLElement) =>
  fresh.hasAttribute('chat-cloak') || shown.matches('details[open] input[name="seen"]')
