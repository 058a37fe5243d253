import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { ChatLimits } from '#chat/services/chat_limits'

/** Stands last before a route of the REST API: one user cannot ask for more than their share. */
@inject()
export default class ApiLimitMiddleware {
  constructor(protected limits: ChatLimits) {}

  async handle({ chatDesk }: HttpContext, next: NextFn) {
    await this.limits.apiRequest(chatDesk.tenantId, chatDesk.user.id)
    return next()
  }
}
