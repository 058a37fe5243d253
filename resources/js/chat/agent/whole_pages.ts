import { pageUrl } from '../shared/page_url.js'

interface Unpoly {
  link: { config: { followSelectors: string[] } }
  form: { config: { submitSelectors: string[] } }
}

/** The module's pages carry this in a host's layout; Turbo itself reads it when it comes to one. */
const OF_OURS = 'meta[name="turbo-visit-control"][content="reload"]'

/**
 * Turbo and Unpoly replace a page's body or a part of it, and do not start the new page's scripts again. Links into and
 * out of the module's pages therefore load whole pages.
 */
export function loadWholePages() {
  if (document.querySelector(OF_OURS)) navigateNatively()
  document.addEventListener('up:link:follow', (event) => {
    const { href, pathname } = event.target as HTMLAnchorElement
    if (!`${pathname}/`.startsWith(`${pageUrl('')}/`)) return
    event.preventDefault()
    location.assign(href)
  })
}

function navigateNatively() {
  document.body.dataset.turbo = 'false'
  const { up } = window as { up?: Unpoly }
  if (!up) return
  up.link.config.followSelectors = []
  up.form.config.submitSelectors = []
}
