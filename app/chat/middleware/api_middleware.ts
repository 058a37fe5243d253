import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { notReadable } from '#chat/http/not_readable'
import { ACCEPTED_BODIES, hasBody } from '#chat/support/request_body'
import { ChatLimits } from '#chat/http/chat_limits'

/** The first middleware of a REST route: responses are JSON, whatever the request accepts. */
@inject()
export default class ApiMiddleware {
  constructor(protected limits: ChatLimits) {}

  async handle(ctx: HttpContext, next: NextFn, body: keyof typeof ACCEPTED_BODIES = 'fields') {
    ctx.request.request.headers.accept = 'application/json'
    ctx.response.header('Cache-Control', 'private, no-store')
    ctx.response.header('X-Content-Type-Options', 'nosniff')
    ctx.response.vary('Authorization, Cookie')
    await this.limits.request(ctx.request.ip())
    if (hasBody(ctx) && !ctx.request.is(ACCEPTED_BODIES[body])) throw notReadable(body)
    return next()
  }
}
