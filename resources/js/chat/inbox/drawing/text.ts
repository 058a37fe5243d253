import { linkify } from '../../../../../app/chat/support/linkify.js'

/** A text of any author as nodes: text, and links for web addresses. Never as HTML. */
export function richText(text: string): Node[] {
  return linkify(text).map(({ text: shown, href }) => {
    if (href === undefined) return document.createTextNode(shown)
    const link = document.createElement('a')
    link.href = href
    link.target = '_blank'
    link.rel = 'noopener noreferrer nofollow'
    link.textContent = shown
    return link
  })
}
