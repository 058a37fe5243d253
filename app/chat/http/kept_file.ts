import type { HttpContext } from '@adonisjs/core/http'

/** Headers of a document to keep that holds personal data: saved rather than shown, in no cache, and without scripts. */
export function keptFile({ response }: HttpContext, name: string, kind: 'html' | 'plain' = 'html') {
  response.header('Content-Type', `text/${kind}; charset=utf-8`)
  response.header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
  response.header('X-Content-Type-Options', 'nosniff')
  response.header('Cache-Control', 'no-store')
  response.header('Content-Disposition', `attachment; filename="${name}"`)
}
