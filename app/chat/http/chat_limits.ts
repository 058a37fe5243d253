import { createHash } from 'node:crypto'
import { errors, type LimiterManager } from '@adonisjs/limiter'
import type { LimitsConfig, RateLimit } from '#chat/config/limits_config'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import { plainAddress } from '#chat/services/mail/mail_stops'
import { addressKey } from '#chat/support/address_key'

/**
 * The rate limits per visitor, address and widget. Each method lets the request pass, or throws E_TOO_MANY_REQUESTS
 * (429 with `Retry-After`).
 */
export class ChatLimits {
  constructor(
    protected limits: LimitsConfig,
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

  linkOpened(ip: string) {
    return this.#consume('linksPerIp', addressKey(ip))
  }

  forget(ip: string) {
    return this.#consume('endingsPerIp', addressKey(ip))
  }

  /** Transcripts that visitors have mailed to themselves. */
  async transcript(visitor: Visitor, ip: string) {
    await this.#consume('transcriptsPerVisitor', visitor.id)
    await this.#consume('transcriptsPerIp', addressKey(ip))
  }

  /** Transcripts sent to one address, over all visitors and agents. */
  transcriptTo(tenantId: string, email: string) {
    const key = createHash('sha256')
      .update(`${tenantId}/${plainAddress(email)}`)
      .digest('hex')
    return this.#consume('transcriptsPerAddress', key)
  }

  async message(widget: Widget, visitor: Visitor, ip: string) {
    await this.#consume('messagesPerVisitor', visitor.id)
    await this.#consume('messagesPerIp', addressKey(ip))
    await this.#consume('messagesPerWidget', widget.id)
  }

  async file(visitor: Visitor, ip: string) {
    await this.#consume('filesPerVisitor', visitor.id)
    await this.#consume('filesPerIp', addressKey(ip))
  }

  /** Whether one more page view is stored; excess ones are dropped without an error. */
  async pageView(visitor: Visitor, ip: string): Promise<boolean> {
    return (
      (await this.#admits('pageViewsPerVisitor', visitor.id)) &&
      (await this.#admits('pageViewsPerIp', addressKey(ip)))
    )
  }

  /** Whether one more event of a proactive message is counted; excess ones are dropped without an error. */
  async proactiveCount(ip: string): Promise<boolean> {
    return this.#admits('proactivePerIp', addressKey(ip))
  }

  async #admits(name: keyof LimitsConfig, key: string | number): Promise<boolean> {
    try {
      await this.#consume(name, key)
      return true
    } catch (error) {
      if (error instanceof errors.E_TOO_MANY_REQUESTS) return false
      throw error
    }
  }

  async #consume(name: keyof LimitsConfig, key: string | number) {
    const { requests, everySeconds }: RateLimit = this.limits[name]
    await this.limiter.use({ requests, duration: everySeconds }).consume(`chat_${name}_${key}`)
  }
}
