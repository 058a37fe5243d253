/** HTML that the server has rendered, as nodes. */
export function fragment(html: string): DocumentFragment {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}

export function part<T extends HTMLElement = HTMLElement>(root: ParentNode, name: string): T {
  return root.querySelector<T>(`[data-part="${name}"]`)!
}

export function region<T extends HTMLElement = HTMLElement>(root: ParentNode, name: string): T {
  return root.querySelector<T>(`[data-region="${name}"]`)!
}

/** Whether an event should be left to the browser: a new tab, a download, another button. */
export const isForBrowser = (event: MouseEvent) =>
  event.defaultPrevented ||
  event.button !== 0 ||
  event.metaKey ||
  event.ctrlKey ||
  event.shiftKey ||
  event.altKey

/** Resolves after the pointer's release and the click that follows it. */
export const released = () =>
  new Promise<void>((resolve) => {
    for (const type of ['pointerup', 'pointercancel']) {
      addEventListener(type, () => setTimeout(resolve), { once: true })
    }
  })
