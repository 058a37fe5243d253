import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatMetrics } from '#chat/metrics/chat_metrics'
import { EXPOSITION_TYPE, expositionOf } from '#chat/metrics/exposition'

/** The figures of this process for a monitoring system. */
@inject()
export default class MetricsController {
  constructor(protected metrics: ChatMetrics) {}

  /** Prometheus' text form. */
  async show({ response }: HttpContext) {
    const text = expositionOf(await this.metrics.read())
    response.header('Content-Type', EXPOSITION_TYPE)
    return response.send(text)
  }
}
