import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'

/**
 * Answers with a CSV file that is made while it is read, and no faster. What is left when the reader
 * goes away is not made; where making it fails, the connection breaks, so that part of a file is not
 * taken for the whole.
 */
export function csvAnswer(
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
