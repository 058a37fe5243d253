import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { BodyNotReadable } from '#chat/exceptions/chat_errors'
import { ChatLimits } from '#chat/services/chat_limits'

/** What has been read by now; the rest of what programs send would be ignored without a word. */
const READABLE = ['json', 'urlencoded', 'multipart']

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
    if (hasBody(ctx) && !ctx.request.is(READABLE)) throw new BodyNotReadable()
    return next()
  }
}

/** One of no bytes is none: programs that have nothing to say send it with a POST. */
const hasBody = ({ request }: HttpContext) =>
  request.hasBody() && request.header('content-length') !== '0'
