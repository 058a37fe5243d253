import type { HttpRequest } from '@adonisjs/core/http'
import { ENCODINGS, type Encoding } from '#chat/support/compressed_text'

/** The best encoding that the browser accepts, or null for none. Browsers list gzip first; brotli is smaller. */
export function acceptedEncoding(request: HttpRequest): Encoding | null {
  const accepted = request.encodings()
  return ENCODINGS.find((encoding) => accepted.includes(encoding)) ?? null
}
