import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { Unauthenticated } from '#chat/exceptions/chat_errors'
import { bearerToken, isBearer } from '#chat/http/bearer_token'
import { ChatLimits } from '#chat/http/chat_limits'
import { ChatMetrics } from '#chat/metrics/chat_metrics'
import { EXPOSITION_TYPE, expositionOf } from '#chat/metrics/exposition'
import { ChatService } from '#chat/services/chat_service'

/** The figures of this process for a monitoring system, in Prometheus' text form. */
@inject()
export default class MetricsController {
  constructor(
    protected metrics: ChatMetrics,
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  /** Those of the tenant of a user who may manage the chat. */
  show(ctx: HttpContext) {
    return this.#send(ctx, ctx.chatAuth.tenantId)
  }

  /** Those of all tenants, for the holder of `metricsToken`; without one, for no one. */
  async all(ctx: HttpContext) {
    await this.limits.request(ctx.request.ip())
    const { metricsToken } = this.chat.config
    if (!metricsToken || !isBearer(ctx.request, metricsToken)) {
      throw new Unauthenticated(bearerToken(ctx.request) !== '')
    }
    return this.#send(ctx)
  }

  async #send({ response }: HttpContext, tenantId?: string) {
    const text = expositionOf(await this.metrics.read(tenantId))
    response.header('Content-Type', EXPOSITION_TYPE)
    response.header('Cache-Control', 'private, no-store')
    return response.send(text)
  }
}
