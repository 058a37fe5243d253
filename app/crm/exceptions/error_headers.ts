import shieldConfig from '#config/shield'
import type { HttpContext } from '@adonisjs/core/http'
import { cspFactory, frameGuardFactory, hstsFactory, noSniffFactory } from '@adonisjs/shield/guards'

/** What a route or the file server says of the answer that it would have given, and of no other. */
const OF_THE_CONTENT = [
  'Etag',
  'Last-Modified',
  'Accept-Ranges',
  'Content-Encoding',
  'Content-Disposition',
  'Content-Length',
  'Content-Range',
  'Content-Type',
]

const { xFrame, hsts, contentTypeSniffing } = shieldConfig
const csp = cspFactory(structuredClone(shieldConfig.csp))
const guards = [frameGuardFactory(xFrame), hstsFactory(hsts), noSniffFactory(contentTypeSniffing)]

/**
 * Headers of every error: no cache keeps it, it is framed by no other website and runs nothing of one. Errors come
 * before the page's own protection as well: where no route fits, or the body cannot be read.
 */
export async function setErrorHeaders(ctx: HttpContext) {
  const { response } = ctx
  if (response.headersSent) return
  OF_THE_CONTENT.forEach((name) => response.removeHeader(name))
  const cache = String(response.getHeader('Cache-Control') ?? '')
  if (!cache.includes('no-store')) response.header('Cache-Control', 'no-store')
  if (!response.getHeader('Content-Security-Policy')) await csp(ctx)
  for (const guard of guards) await guard(ctx)
}
