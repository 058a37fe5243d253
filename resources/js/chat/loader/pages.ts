/** A page of the website as the trail shows it. */
export interface Page {
  url: string
  title: string
  referrer: string
}

let { referrer } = document

export const currentPage = (): Page => ({ url: location.href, title: document.title, referrer })

/**
 * Tells about each page that the visitor goes to without a page load, once it has had time to set its title.
 * Aborting the signal takes the history functions back, unless somebody else has wrapped them meanwhile.
 */
export function watchPages(onPage: () => void, signal: AbortSignal) {
  let url = location.href

  const look = () =>
    setTimeout(() => {
      if (url === location.href) return
      referrer = url
      url = location.href
      onPage()
    }, 250)

  // A change of the hash is a popstate as well
  addEventListener('popstate', look, { signal })

  for (const name of ['pushState', 'replaceState'] as const) {
    const original = history[name]
    const patched = (history[name] = (...args) => {
      original.apply(history, args)
      look()
    })

    signal.addEventListener('abort', () => {
      if (history[name] === patched) history[name] = original
    })
  }
}
