import type { Page } from 'playwright'

const TURBO = '<script type="module" src="/host/turbo.js"></script>'
const UNPOLY = `<script src="/host/unpoly.js"></script>
  <script src="/host/follow.js"></script>`

const FILES = {
  'turbo.js': 'node_modules/@hotwired/turbo/dist/turbo.es2017-esm.js',
  'unpoly.js': 'node_modules/unpoly/unpoly.js',
}

/** Unpoly follows all links and submits all forms of such a host. */
const FOLLOW = `up.link.config.followSelectors.push('a[href]')
  up.form.config.submitSelectors.push('form')
  up.fragment.config.mainTargets.unshift('body')`

/** Makes the CRM's pages those of a host that goes from page to page without loading any. */
export async function withHostNavigation(page: Page, by: 'Turbo' | 'Unpoly') {
  for (const [name, path] of Object.entries(FILES)) {
    await page.route(`**/host/${name}`, (route) => route.fulfill({ path }))
  }
  await page.route('**/host/follow.js', (route) =>
    route.fulfill({ body: FOLLOW, contentType: 'text/javascript' })
  )
  await page.route(
    (url) => !url.pathname.includes('.'),
    async (route) => {
      const { accept = '', 'x-up-version': unpoly } = route.request().headers()
      if (!accept.includes('text/html') && !unpoly) return route.fallback()
      const response = await route.fetch({ maxRedirects: 0 })
      // A host with these allows what a strict policy refuses
      const headers = { ...response.headers(), 'content-security-policy': '' }
      const html = (await response.text()).replace(
        '<head>',
        (tag) => tag + (by === 'Turbo' ? TURBO : UNPOLY)
      )
      return route.fulfill({ response, headers, body: html })
    }
  )
}

/** Marks the document, so that one can see whether it is still there. */
export const mark = (page: Page) =>
  page.evaluate(() => void Object.assign(window, { isMarked: true }))
export const isMarked = (page: Page) => page.evaluate(() => 'isMarked' in window)
