import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { surviveDecompressors } from '#chat/support/surviving_decompressors'

/** Runs before the host's body parser, so that no body ends the process. */
export default class BodyGuardMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    if (request.hasBody()) surviveDecompressors(request.request)
    return next()
  }
}
