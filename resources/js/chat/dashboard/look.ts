/** The colours of the page, as a canvas needs them. */
export interface Look {
  text: string
  muted: string
  grid: string
  series: string[]
  font: string
}

export function lookOf(element: HTMLElement): Look {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    text: token('--chat-text'),
    muted: token('--chat-muted'),
    grid: token('--chat-border'),
    series: [token('--chat-series-1'), token('--chat-series-2')],
    font: `${0.75 * parseFloat(getComputedStyle(document.documentElement).fontSize)}px ${style.fontFamily}`,
  }
}

/** Calls back when the page turns dark or light, by the system or by the CRM's own switch. */
export function onLookChange(changed: () => void) {
  for (const feature of ['(prefers-color-scheme: dark)', '(forced-colors: active)']) {
    matchMedia(feature).addEventListener('change', changed)
  }
  new MutationObserver(changed).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'class'],
  })
}
