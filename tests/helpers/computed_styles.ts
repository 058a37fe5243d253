/// <reference lib="dom" />
import type { JSHandle, Page } from 'playwright'

/** What a browser computes for elements and their generated parts, with the elements' boxes; kept in the page. */
export type ComputedStyles = JSHandle<Record<string, Record<string, string>>>

/** The styles of the elements that a selector finds, in their order on the page. */
export function computedStyles(page: Page, selector: string): Promise<ComputedStyles> {
  return page.evaluateHandle((wanted) => {
    const styles: Record<string, Record<string, string>> = {}
    for (const [index, element] of document.querySelectorAll(wanted).entries()) {
      const name = `${index} ${element.tagName.toLowerCase()}.${element.classList[0] ?? ''}`
      const { x, y, width, height } = element.getBoundingClientRect()
      styles[name] = { ...valuesOf(element), box: [x, y, width, height].join(' ') }
      for (const part of partsOf(element)) styles[`${name}${part}`] = valuesOf(element, part)
    }
    return styles

    function partsOf(element: Element) {
      const generated = ['::before', '::after'].filter(
        (part) => getComputedStyle(element, part).content !== 'none'
      )
      return element.matches('[placeholder]') ? [...generated, '::placeholder'] : generated
    }

    function valuesOf(element: Element, part?: string) {
      const computed = getComputedStyle(element, part)
      const names = [...computed].filter((key) => !key.startsWith('--'))
      return Object.fromEntries(names.map((key) => [key, computed.getPropertyValue(key)]))
    }
  }, selector)
}

/** How the second styles differ from the first: `12 a.chat-back color: red, blue`. */
export function differences(page: Page, first: ComputedStyles, second: ComputedStyles) {
  return page.evaluate(
    ([before, after]) =>
      [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
        if (!before[name] || !after[name]) return [`${name} is on one side only`]
        return Object.keys(before[name])
          .filter((key) => before[name][key] !== after[name][key])
          .map((key) => `${name} ${key}: ${before[name][key]}, ${after[name][key]}`)
      }),
    [first, second] as const
  )
}
