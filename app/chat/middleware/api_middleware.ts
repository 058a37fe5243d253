import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { BodyNotReadable } from '#chat/exceptions/chat_errors'
import { hasBody, READABLE_BODIES } from '#chat/support/request_body'
import { ChatLimits } from '#chat/http/chat_limits'

/** The first middleware of a REST route: responses are JSON, whatever the request accepts. */
@inject()
export default class ApiMiddleware {
  constructor(protected limits: ChatLimits) {}

  async handle(ctx: HttpContext, next: NextFn) {
    ctx.request.request.headers.accept = 'application/json'
    ctx.response.header('Cache-Control', 'private, no-store')
    ctx.response.header('X-Content-Type-Options', 'nosniff')
    ctx.response.vary('Authorization, Cookie')
    await this.limits.request(ctx.request.ip())
    if (hasBody(ctx) && !ctx.request.is(READABLE_BODIES)) throw new BodyNotReadable()
    return next()
  }
}
