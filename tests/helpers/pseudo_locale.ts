/// <reference lib="dom" />
import type { Frame, Page } from 'playwright'
import { ENGLISH, useCatalogue, type Catalogue } from '#chat/texts/catalogue'
import type { Message, Messages } from '#chat/texts/message'

const PLAIN = 'aceilnorstuyAEIOSTU'
const ACCENTED = 'áčéíĺňóŕšťúýÁÉÍÓŠŤÚ'

const accented = (text: string) =>
  text.replace(/./gu, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter)

/** Names of values stay as they are, so that texts are filled in as always. */
const spoken = (text: string) =>
  `⟦${text.replace(/\{\{.*?\}\}|\{\w+\}|[^{}]+/g, (part) => (part[0] === '{' ? part : accented(part)))}⟧`

const pseudo = (messages: Messages): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([key, value]): [string, Message | Messages] => [
      key,
      typeof value === 'string' ? spoken(value) : (pseudo(value) as Messages),
    ])
  )

/**
 * A language for tests: every English text in double brackets and with accents. Dates and numbers are Greek, so that what
 * is left in Latin letters outside brackets comes from no catalogue.
 */
export const PSEUDO: Catalogue = { locale: 'el', messages: pseudo(ENGLISH.messages) }

/** Makes this process speak the language for tests; the answer puts English back. */
export function speakPseudo() {
  useCatalogue(PSEUDO)
  return () => useCatalogue(ENGLISH)
}

/** Elements whose texts come from the host, from code samples or from what people have entered. */
const FOREIGN = [
  'head, script, style, template, noscript',
  'code, pre, kbd, [translate="no"], [lang]:not(:root, [lang=el])',
  '.crm-sidebar, .crm-topbar, .crm-skip, .crm-tabs, .crm-flash__title',
]

/**
 * Every text of a page or frame, shown or hidden, that comes from no catalogue: text nodes, titles, labels of screen readers,
 * placeholders, alternative texts, values of buttons, and the title of the page.
 */
export function foreignTexts(page: Page | Frame, within = 'html'): Promise<string[]> {
  return page.evaluate(
    ([foreign, part]) => {
      const ATTRIBUTES = ['title', 'aria-label', 'aria-roledescription', 'placeholder', 'alt']
      const found = new Set<string>()

      const outside = (text: string) => {
        let depth = 0
        let rest = ''
        for (const letter of text) {
          if (letter === '⟦') depth += 1
          if (depth === 0) rest += letter
          if (letter === '⟧') depth -= 1
        }
        return rest.replace(/https?:\/\/\S*|\S+@\S+|\bexample\.com\b|^\/\w+|\b[CL]\d+\b/g, '')
      }
      const isBroken = (text: string) => text.split('⟦').length !== text.split('⟧').length
      const check = (text: string | null, where: string) => {
        if (text && /[A-Za-z]{2}/.test(outside(text))) found.add(`${where}: ${text.trim()}`)
      }
      const nameOf = (element: Element) =>
        `${element.localName}${[...element.classList].map((name) => `.${name}`).join('')}`

      const look = (root: Element | ShadowRoot) => {
        for (const element of [root, ...root.querySelectorAll('*')]) {
          if (!(element instanceof Element)) continue
          if (element.shadowRoot) look(element.shadowRoot)
          if (element.closest(foreign)) continue
          for (const node of element.childNodes) {
            if (node.nodeType !== Node.TEXT_NODE) continue
            // A text may have elements in it
            const whole = isBroken(node.textContent!) ? element : node
            check(whole.textContent, nameOf(element))
          }
          for (const name of ATTRIBUTES) {
            check(element.getAttribute(name), `${nameOf(element)}[${name}]`)
          }
          if (element instanceof HTMLInputElement && /button|submit/.test(element.type)) {
            check(element.value, `${nameOf(element)}[value]`)
          }
        }
      }
      look(document.querySelector(part)!)
      if (part === 'html') check(document.title.split(' · ')[0], 'title')
      return [...found]
    },
    [FOREIGN.join(','), within]
  )
}
