import type { Page } from 'playwright'

const SCRIPT = `
  import Alpine from '/host/alpine.js'
  window.Alpine = Alpine
  window.host = { inits: [], rooms: 0 }
  document.addEventListener('alpine:init', () => {
    window.host.rooms++
    Alpine.data('room', () => ({ open: false, count: 0, init() { window.host.inits.push(this.$root.id) } }))
  })
  Alpine.start()`

/** What a host's own page does with Alpine; `late` comes into the page afterwards. */
const component = (id: string) =>
  `<p id="${id}" x-data="room"><button @click="count++; clicks++" x-text="count">-</button></p>`

/**
 * Makes the CRM's pages those of a host that runs Alpine: on its whole body, with components beside what is the
 * module's, and started before the module's scripts or after them.
 */
export async function withHostAlpine(page: Page, order: 'before' | 'after') {
  await page.route('**/host/alpine.js', (route) =>
    route.fulfill({ path: 'node_modules/alpinejs/dist/module.esm.js' })
  )
  await page.route('**/host/app.js', (route) =>
    route.fulfill({ body: SCRIPT, contentType: 'text/javascript' })
  )
  await page.route(
    (url) => !url.pathname.includes('.'),
    async (route) => {
      if (route.request().resourceType() !== 'document') return route.fallback()
      const response = await route.fetch()
      // A host with this Alpine allows what a strict policy refuses
      const headers = { ...response.headers(), 'content-security-policy': '' }
      const script = '<script type="module" src="/host/app.js"></script>'
      const html = (await response.text())
        .replace('<body', '<body x-data="{ clicks: 0 }"')
        .replace('<main', `${component('early')}<main`)
        .replace(order === 'before' ? '<head>' : '</body>', (tag) =>
          order === 'before' ? tag + script : script + tag
        )
      return route.fulfill({ response, headers, body: html })
    }
  )
}

/** Puts one more component of the host's into the page, beside the module's. */
export function addLate(page: Page) {
  return page.evaluate((html) => {
    document.querySelector('main')!.insertAdjacentHTML('beforebegin', html)
  }, component('late'))
}
