import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { replaceNul, SUBSTITUTE, UNREADABLE } from '#chat/support/nul_characters'

/**
 * Reads the NUL characters of an address as others, for PostgreSQL refuses text with NUL: a path with one is no error
 * there, but names nothing, as on every other database, and in a query it stays a control character.
 */
export default class NulCharactersMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    if (request.request.url?.includes('%00')) {
      const { parsedUrl } = request
      parsedUrl.pathname =
        parsedUrl.pathname?.replace(/%00|\0/g, encodeURIComponent(UNREADABLE)) ?? null
      request.updateQs(replaceNul(request.qs(), SUBSTITUTE))
    }
    return next()
  }
}
