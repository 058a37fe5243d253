import type { LimiterManagerStoreFactory } from '@adonisjs/limiter/types'
import type { defineConfig } from '@adonisjs/transmit'

export type TransmitTransport = Parameters<typeof defineConfig>[0]['transport']

/**
 * For `config/transmit.ts`: what several web processes share their frames through, or null without an address. The
 * client of Redis is loaded with an address only.
 */
export async function redisTransport(url: string | undefined): Promise<TransmitTransport> {
  if (!url) return null
  const { RedisTransport } = await import('#chat/redis/redis_transport')
  return { driver: () => new RedisTransport(url) }
}

/** For `config/limiter.ts`: a store that counts over all web processes. Without an address it cannot be used. */
export async function redisLimits(url: string | undefined): Promise<LimiterManagerStoreFactory> {
  if (!url) {
    return () => {
      throw new Error('Limits are counted in Redis only where REDIS_URL names one')
    }
  }
  const { RedisLimitStore } = await import('#chat/redis/redis_limit_store')
  return (config) => new RedisLimitStore(url, config)
}
