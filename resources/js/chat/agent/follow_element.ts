/**
 * Calls back with the element of this id, and again whenever the page has another one or none: hosts that render in
 * the browser put it there late, and replace it as their users go from page to page.
 */
export function followElement(id: string, onElement: (element: HTMLElement | null) => void) {
  let current: HTMLElement | null = null
  const look = () => {
    const found = document.getElementById(id)
    if (found === current) return
    current = found
    onElement(found)
  }
  look()
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true })
}
