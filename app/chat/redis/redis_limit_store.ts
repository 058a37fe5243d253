import string from '@adonisjs/core/helpers/string'
import RateLimiterBridge from '@adonisjs/limiter/stores/bridge'
import type { LimiterConsumptionOptions } from '@adonisjs/limiter/types'
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import { redisLink, type RedisLink } from '#chat/redis/redis_link'

const SCANNED_AT_ONCE = 500

/**
 * Counts limits over all processes. While Redis is away each process counts in memory on its own, so that a limit is
 * never a reason to refuse every request, nor to let every request through.
 */
export class RedisLimitStore extends RateLimiterBridge {
  readonly name = 'redis'
  #link: RedisLink
  #prefix: string

  constructor(url: string, config: LimiterConsumptionOptions) {
    const link = redisLink(url)
    const keyPrefix = `${link.namespace}:limit`
    const options = {
      keyPrefix,
      points: config.requests,
      duration: string.seconds.parse(config.duration),
      blockDuration: config.blockDuration ? string.seconds.parse(config.blockDuration) : undefined,
    }
    super(
      new RateLimiterRedis({
        ...options,
        storeClient: link.commands,
        rejectIfRedisNotReady: true,
        inMemoryBlockOnConsumed: config.inMemoryBlockOnConsumed,
        insuranceLimiter: new RateLimiterMemory(options),
      })
    )
    this.#link = link
    this.#prefix = keyPrefix
  }

  /** Deletes the counts of this application only, in a Redis that others may share. */
  async clear() {
    this.deleteInMemoryBlockedKeys()
    if (!this.#link.isReady) return
    const { commands } = this.#link
    const keys = commands.scanStream({ match: `${this.#prefix}*`, count: SCANNED_AT_ONCE })
    for await (const some of keys) if (some.length) await commands.del(...some)
  }
}
