let own = ''
let shown: string | undefined

/** The page's title as the website has set it. */
export const ownTitle = () => (document.title === shown ? own : document.title)

/**
 * Puts the number of unread messages before the page's title, or takes it away. A title that the website sets
 * afterwards stays as it is until the number changes.
 */
export function markTitle(count?: string) {
  if (!count && shown == null) return
  own = ownTitle()
  document.title = count ? `(${count}) ${own}` : own
  // As the browser has normalised it
  shown = document.title
}
