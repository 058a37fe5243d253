import type { HttpContext } from '@adonisjs/core/http'
import { sendCompressed } from '#chat/http/send_compressed'
import { CompressedTexts } from '#chat/support/compressed_text'
import { textsFileOf } from '#chat/texts/script_texts'

const compressed = new CompressedTexts()

/**
 * The texts of the agents' scripts, in one language. A page that an earlier release has rendered gets today's texts,
 * and no cache keeps them under the old name.
 */
export default class TextsController {
  async show({ params, request, response }: HttpContext) {
    const file = textsFileOf(params.file)
    const isCurrent = file?.name === params.file
    response.header('X-Content-Type-Options', 'nosniff')
    response.header('Cache-Control', isCurrent ? 'public, max-age=31536000, immutable' : 'no-store')
    if (!file) return response.status(404).send('Not found')
    response.header('Content-Type', 'text/javascript; charset=utf-8')
    return sendCompressed({ request, response }, file.source, compressed)
  }
}
