import compression from 'compression'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

type Compress = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/** Frames of an event stream are sent one by one: a compressor would buffer them. */
const isNoStream: compression.CompressionFilter = (request, response) =>
  !String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
  compression.filter(request, response)

/** Express' types are narrower than the code, which uses Node's own request and response only. */
const compressorFrom = (threshold: number) =>
  compression({ filter: isNoStream, threshold }) as unknown as Compress

/** By the size, in bytes, from which a response is compressed. */
const COMPRESSORS = { usual: compressorFrom(1024), small: compressorFrom(256) }

const compressed = new WeakSet<ServerResponse>()

/**
 * Compresses textual responses from 1 KB (on routes marked `small`, from 256 bytes) while they are written: brotli where
 * the browser accepts it, else gzip. Event streams and responses that are already encoded stay as they are. A host may
 * use it for its own pages as well; a response is compressed only once.
 *
 * Attacker-controlled text and secrets do not share a response (BREACH): CSRF tokens are masked anew in each page,
 * and session cookies are not sent with other websites' requests.
 */
export default class CompressionMiddleware {
  handle(
    { request, response }: HttpContext,
    next: NextFn,
    size: keyof typeof COMPRESSORS = 'usual'
  ) {
    if (!compressed.has(response.response)) {
      compressed.add(response.response)
      COMPRESSORS[size](request.request, response.response, () => {})
    }
    return next()
  }
}
