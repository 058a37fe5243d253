import type { HttpContext } from '@adonisjs/core/http'
import type { InlinedAsset } from '#chat/support/inlined_asset'
import { inlinedText } from '#chat/support/inlined_asset'
import { directionOf } from '#chat/texts/languages'
import { catalogue } from '#chat/texts/catalogue'

interface Page {
  title: string
  script?: InlinedAsset
  styles?: InlinedAsset
  [name: string]: unknown
}

const PLAIN_STYLES = inlinedText(`
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 32rem; margin: 15vh auto; padding: 0 1.5rem }
button { font: inherit; font-weight: 600; padding: .6rem 1.2rem; border: 0; border-radius: .5rem; background: #1d4ed8; color: #fff; cursor: pointer }
button:focus-visible { outline: 3px solid #93c5fd; outline-offset: 2px }
`)

/**
 * Answers with a page for people outside of the CRM: nothing of it is stored, indexed or embedded, no address leaks by
 * a referrer, and only its own script and styles run.
 */
export async function publicPage(ctx: HttpContext, view: string, page: Page) {
  const { response } = ctx
  const script = page.script ?? { text: '', source: "'none'" }
  const styles = page.styles ?? PLAIN_STYLES
  response.header('Content-Type', 'text/html; charset=utf-8')
  response.header('Cache-Control', 'no-store')
  response.header('Referrer-Policy', 'no-referrer')
  response.header('X-Robots-Tag', 'noindex, nofollow')
  response.header('X-Content-Type-Options', 'nosniff')
  response.header(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      `script-src ${script.source}`,
      `style-src ${styles.source}`,
      "connect-src 'self'",
      "frame-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; ')
  )
  const { locale } = catalogue()
  const direction = directionOf(locale)
  const data = { ...page, script: script.text, styles: styles.text, locale, direction }
  return response.send(await ctx.view.render(view, data))
}
