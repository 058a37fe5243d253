import string from '@adonisjs/core/helpers/string'
import type { Range } from '#chat/services/inbox/search/search_terms'

/** A part of a text of any author as HTML: everything escaped, and the ranges marked. */
export function markedText(text: string, ranges: Range[] = [], from = 0, to = text.length): string {
  let html = ''
  let at = from
  for (const [begins, ends] of ranges) {
    const [first, last] = [Math.max(begins, from), Math.min(ends, to)]
    if (first >= last) continue
    html += string.escapeHTML(text.slice(at, first))
    html += `<mark>${string.escapeHTML(text.slice(first, last))}</mark>`
    at = last
  }
  return html + string.escapeHTML(text.slice(at, to))
}
