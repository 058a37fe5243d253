type Child = Node | string | null | undefined | false
type Props = Record<string, unknown>

/** Makes an element; functions become listeners, `true` an empty attribute, false and null nothing. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name, value as EventListener)
    else set(element, name, value)
  }
  element.append(...children.filter((child): child is Node | string => !!child))
  return element
}

/** Sets or removes an attribute. */
export function set(element: Element, name: string, value: unknown) {
  if (value === false || value == null) element.removeAttribute(name)
  else element.setAttribute(name, value === true ? '' : String(value))
}

/** Writes a text only when it has changed, so that screen readers do not repeat it. */
export function write(element: Element, text: string) {
  if (element.textContent !== text) element.textContent = text
}

const SVG = 'http://www.w3.org/2000/svg'
const PATHS = {
  minimise: 'M6 9l6 6 6-6',
  attach: 'M17 8v8a5 5 0 0 1-10 0V7a3 3 0 0 1 6 0v9',
  keep: 'M12 4v11M7 10l5 5 5-5M5 20h14',
  send: 'M4 12l16-8-6 16-3-7zM11 13l9-9',
  sound: 'M4 9v6h4l5 4V5L8 9zM17 9a4 4 0 0 1 0 6M19 6a8 8 0 0 1 0 12',
  muted: 'M4 9v6h4l5 4V5L8 9zM17 10l4 4M21 10l-4 4',
}

/** An icon without a meaning for screen readers. */
export function icon(name: keyof typeof PATHS) {
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  set(svg, 'viewBox', '0 0 24 24')
  set(svg, 'aria-hidden', 'true')
  set(path, 'd', PATHS[name])
  svg.append(path)
  return svg
}
