import { readFile } from 'node:fs/promises'
import { inject } from '@adonisjs/core'
import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { loaderConfig, scriptSafeJson } from '#chat/transformers/widget_config'
import { CHAT_BUILD } from '#chat/support/assets'
import { acceptedEncoding } from '#chat/support/accepted_encoding'
import { CompressedTexts } from '#chat/support/compressed_text'

let loaderSource: Promise<string> | null = null

/** Read once; in development again every time, so that a rebuild shows. */
function readLoader() {
  if (!loaderSource || !app.inProduction) {
    loaderSource = readFile(app.makePath(CHAT_BUILD, 'loader.js'), 'utf8')
  }
  return loaderSource
}

const compressed = new CompressedTexts()

/** The script that a website includes: one file with its widget's settings in it. */
@inject()
export default class LoaderController {
  constructor(protected chat: ChatService) {}

  async show({ chatWidget, request, response }: HttpContext) {
    await this.chat.firstVisits.note(chatWidget, request.header('referer'), request.header('host'))
    const source = await readLoader()
    const config = scriptSafeJson(loaderConfig(chatWidget, this.chat.config.publicUrl))
    const script = source.replace('__CRM_CHAT_CONFIG__', () => config)

    response.header('Content-Type', 'text/javascript; charset=utf-8')
    response.header('Cache-Control', 'public, max-age=60')
    response.header('Cross-Origin-Resource-Policy', 'cross-origin')
    response.header('X-Content-Type-Options', 'nosniff')
    response.setEtag(script)
    if (response.fresh()) return response.status(304).send(null)

    response.vary('Accept-Encoding')
    const encoding = acceptedEncoding(request)
    if (!encoding) return response.send(script)
    response.header('Content-Encoding', encoding)
    return response.send(await compressed.get(script, encoding))
  }
}
