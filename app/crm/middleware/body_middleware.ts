import { inject } from '@adonisjs/core'
import BodyParserMiddleware from '@adonisjs/core/bodyparser_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isReadableCharset, replaceNul, unreadableBody, unreadableCharset } from 'adonis-crm-chat'

/** Reads the body of a request; one that cannot be read is refused with 400, 413 or 415. */
@inject()
export default class BodyMiddleware {
  constructor(protected parser: BodyParserMiddleware) {}

  async handle(ctx: HttpContext, next: NextFn) {
    if (!ctx.request.hasBody()) return next()
    if (!isReadableCharset(ctx.request.header('content-type'))) throw unreadableCharset()

    let isRead = false
    try {
      return await this.parser.handle(ctx, () => {
        isRead = true
        forgetMethod(ctx)
        ctx.request.updateBody(replaceNul(ctx.request.body(), ''))
        return next()
      })
    } catch (error) {
      throw isRead ? error : unreadableBody(error)
    }
  }
}

/**
 * The route has been found by the method in the query. One in the body comes too late for that, but CSRF protection
 * would believe it: a forged form with `_method=GET` would need no token.
 */
function forgetMethod({ request }: HttpContext) {
  const { _method: method, ...body } = request.body()
  if (method !== undefined) request.updateBody(body)
}
