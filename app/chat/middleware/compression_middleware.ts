import compression from 'compression'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

type Compress = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** Frames of an event stream leave one by one: a compressor would hold them back. */
const isNoStream: compression.CompressionFilter = (request, response) =>
  !String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
  compression.filter(request, response)

/** Express' types are narrower than the code, which knows Node's own request and response only. */
const compress = compression({ filter: isNoStream }) as unknown as Compress

const compressed = new WeakSet<ServerResponse>()

/**
 * Compresses what leaves as text, from 1 KB on, while it is written: brotli where the browser takes it, else
 * gzip. Event streams and answers that are encoded already stay as they are. A host may put it before its own
 * pages as well; one response is compressed once.
 *
 * What an attacker sends does not meet a secret in one answer (BREACH): CSRF tokens are masked anew in each
 * page, and session cookies do not come along with another website's requests.
 */
export default class CompressionMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    if (!compressed.has(response.response)) {
      compressed.add(response.response)
      compress(request.request, response.response, () => {})
    }
    return next()
  }
}
