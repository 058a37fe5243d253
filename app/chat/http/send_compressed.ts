import type { HttpContext } from '@adonisjs/core/http'
import { acceptedEncoding } from '#chat/support/accepted_encoding'
import type { CompressedTexts } from '#chat/support/compressed_text'

/** Sends a text that many browsers ask for, in the best encoding that this one takes. */
export async function sendCompressed(
  { request, response }: Pick<HttpContext, 'request' | 'response'>,
  text: string,
  compressed: CompressedTexts
) {
  response.vary('Accept-Encoding')
  const encoding = acceptedEncoding(request)
  if (!encoding) return response.send(text)
  response.header('Content-Encoding', encoding)
  return response.send(await compressed.get(text, encoding))
}
