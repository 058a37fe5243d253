/** Replaces a part of the page; the keyboard goes on from the element that stands for the focused one. */
export function keepingFocus(element: HTMLElement, replace: () => void) {
  const focused = element.contains(document.activeElement) ? document.activeElement : null
  const selector = focused && selectorOf(focused)
  replace()
  if (!focused) return
  const successor = selector ? element.querySelector<HTMLElement>(selector) : null
  const fallback = element.querySelector<HTMLElement>('[data-focus]') ?? element
  ;(successor ?? fallback).focus({ preventScroll: true })
}

/** What an element is called, in terms that the server's next rendering knows as well. */
function selectorOf(element: Element) {
  const command = element.getAttribute('data-command')
  if (command) return `[data-command="${command}"]`
  const act = element.closest('[data-act]')?.getAttribute('data-act')
  if (act) return `[data-act="${act}"] button`
  const menu = element.parentElement?.getAttribute('data-menu')
  if (menu) return `[data-menu="${menu}"] > summary`
  const inline = element.parentElement?.getAttribute('data-menu-inline')
  if (inline) return `[data-menu-inline="${inline}"] > summary`
  const href = element.getAttribute('href')
  return href && `a[href="${CSS.escape(href)}"]`
}
