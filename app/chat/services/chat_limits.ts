import type { LimiterManager } from '@adonisjs/limiter'
import type { ChatConfig, RateLimit } from '#chat/define_config'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import { addressKey } from '#chat/support/address_key'

/**
 * How much one visitor, one address and one widget may ask for. Each method lets the request pass,
 * or throws E_TOO_MANY_REQUESTS (429 with `Retry-After`).
 */
export class ChatLimits {
  constructor(
    protected limits: ChatConfig['limits'],
    protected limiter: Pick<LimiterManager<never>, 'use'>
  ) {}

  request(ip: string) {
    return this.#consume('requestsPerIp', addressKey(ip))
  }

  visitorRequest(visitor: Visitor) {
    return this.#consume('requestsPerVisitor', visitor.id)
  }

  apiRequest(tenantId: string, userId: string) {
    return this.#consume('apiPerUser', `${tenantId}_${userId}`)
  }

  async newVisitor(widget: Widget, ip: string) {
    await this.#consume('sessionsPerIp', addressKey(ip))
    await this.#consume('sessionsPerWidget', widget.id)
  }

  async message(widget: Widget, visitor: Visitor, ip: string) {
    await this.#consume('messagesPerVisitor', visitor.id)
    await this.#consume('messagesPerIp', addressKey(ip))
    await this.#consume('messagesPerWidget', widget.id)
  }

  async #consume(name: keyof ChatConfig['limits'], key: string | number) {
    const { requests, everySeconds }: RateLimit = this.limits[name]
    await this.limiter.use({ requests, duration: everySeconds }).consume(`chat_${name}_${key}`)
  }
}
