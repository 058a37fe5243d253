import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Health } from '#chat/services/processes/health'

/**
 * For load balancers: whether this process accepts requests. The route is public, so the response contains nothing
 * else.
 */
@inject()
export default class HealthController {
  constructor(protected health: Health) {}

  /** 200 or 503. */
  async show({ response }: HttpContext) {
    const isWell = await this.health.isWell()
    response.header('Cache-Control', 'no-store')
    response.header('X-Content-Type-Options', 'nosniff')
    return response.status(isWell ? 200 : 503).send({ status: isWell ? 'ok' : 'unavailable' })
  }
}
