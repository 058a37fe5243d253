import type { IncomingMessage } from 'node:http'
import type { Writable } from 'node:stream'

/**
 * Keeps the process alive whatever a compressed body contains. When AdonisJS' body parser refuses a body, it removes
 * its listeners from the decompressor while the rest still flows in: an unhandled error there would end the process.
 * An aborted request closes its decompressor.
 */
export function surviveDecompressors(request: IncomingMessage) {
  const pipe = request.pipe
  request.pipe = function guardedPipe<T extends NodeJS.WritableStream>(
    target: T,
    options?: object
  ) {
    target.on('error', () => {})
    request.once('aborted', () => (target as unknown as Writable).destroy(new Error('aborted')))
    return pipe.call(request, target, options) as T
  }
}
