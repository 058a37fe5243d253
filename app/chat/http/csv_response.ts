import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * Streams a CSV file at the reader's pace. Generation stops when the reader disconnects; when it fails, the
 * connection is reset, so that a truncated file is not mistaken for the whole.
 */
export function csvResponse(
  { response }: HttpContext,
  name: string,
  source: Iterable<string> | AsyncIterable<string>
) {
  response.type('text/csv; charset=utf-8')
  response.header('Cache-Control', 'private, no-store')
  response.header('X-Content-Type-Options', 'nosniff')
  response.header('Content-Disposition', `attachment; filename="${name}.csv"`)
  response.stream(Readable.from(source, { highWaterMark: 1 }))
}
