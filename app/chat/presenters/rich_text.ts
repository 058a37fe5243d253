import string from '@adonisjs/core/helpers/string'
import { markedText } from '#chat/presenters/marked_text'
import type { Range } from '#chat/services/search/search_terms'

const LINK = /\bhttps?:\/\/[^\s<>"'`]+/gi

/** Punctuation that ends a sentence rather than an address. */
const TRAILING = '.,:;!?)]}'

/**
 * Anybody's text as HTML: everything escaped, and what is plainly a web address made a link that
 * neither vouches for its target nor tells it where the reader came from. Ranges are marked.
 */
export function richText(text: string, ranges: Range[] = []): string {
  let html = ''
  let end = 0
  for (const match of text.matchAll(LINK)) {
    const href = withoutTrailing(match[0])
    const after = match.index + href.length
    const shown = markedText(text, ranges, match.index, after)
    html += markedText(text, ranges, end, match.index) + link(href, shown)
    end = after
  }
  return html + markedText(text, ranges, end)
}

/** The address, if following it leads to a website and does nothing else. */
export function webAddress(text: string | null): string | null {
  if (!text || !URL.canParse(text)) return null
  const { protocol, href } = new URL(text)
  return protocol === 'http:' || protocol === 'https:' ? href : null
}

/** Looks at each character once: a pattern would take the square of a long run of brackets. */
function withoutTrailing(address: string) {
  let end = address.length
  while (end > 0 && TRAILING.includes(address[end - 1])) end -= 1
  return address.slice(0, end)
}

function link(href: string, shown: string) {
  const target = webAddress(href)
  if (!target) return shown
  const address = string.escapeHTML(target)
  return `<a href="${address}" target="_blank" rel="noopener noreferrer nofollow">${shown}</a>`
}
