import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import { CHAT_BUILD } from '#chat/support/assets'

/** The module's built browser files. Their names carry a hash of what is in them, so they never change. */
export default class AssetsController {
  async show({ params, response }: HttpContext) {
    response.header('Cache-Control', 'public, max-age=31536000, immutable')
    response.header('Cross-Origin-Resource-Policy', 'cross-origin')
    response.header('X-Content-Type-Options', 'nosniff')
    return response.download(app.makePath(CHAT_BUILD, 'assets', params.file), true, (error) =>
      error.code === 'ENOENT' ? ['Not found', 404] : ['Not available', 500]
    )
  }
}
