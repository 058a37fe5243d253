import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { ChatLimits } from '#chat/http/chat_limits'

/** The last middleware of a REST route: limits the requests of one user. */
@inject()
export default class ApiLimitMiddleware {
  constructor(protected limits: ChatLimits) {}

  async handle({ chatAuth }: HttpContext, next: NextFn) {
    await this.limits.apiRequest(chatAuth.tenantId, chatAuth.user.id)
    return next()
  }
}
