import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { ChatLimits } from '#chat/services/chat_limits'

/** Stands first before every route of the REST API: its answers are JSON, whatever was asked for. */
@inject()
export default class ApiMiddleware {
  constructor(protected limits: ChatLimits) {}

  async handle(ctx: HttpContext, next: NextFn) {
    ctx.request.request.headers.accept = 'application/json'
    ctx.response.header('Cache-Control', 'private, no-store')
    ctx.response.header('X-Content-Type-Options', 'nosniff')
    ctx.response.vary('Authorization, Cookie')
    await this.limits.request(ctx.request.ip())
    return next()
  }
}
