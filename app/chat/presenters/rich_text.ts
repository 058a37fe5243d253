import string from '@adonisjs/core/helpers/string'
import { markedText } from '#chat/presenters/marked_text'
import type { Range } from '#chat/services/inbox/search/search_terms'
import { linkify } from '#chat/support/linkify'

/**
 * A text of any author as HTML: everything escaped, web addresses as links that neither vouch for their target nor send
 * it a referrer. Ranges are marked.
 */
export function richText(text: string, ranges: Range[] = []): string {
  let html = ''
  let from = 0
  for (const piece of linkify(text)) {
    const to = from + piece.text.length
    const shown = markedText(text, ranges, from, to)
    html += piece.href === undefined ? shown : link(piece.href, shown)
    from = to
  }
  return html
}

function link(href: string, shown: string) {
  const address = string.escapeHTML(href)
  return `<a href="${address}" target="_blank" rel="noopener noreferrer nofollow">${shown}</a>`
}
