import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Redis, type RedisOptions } from 'ioredis'

/** How often the subscriber is asked whether it is still connected, and how long an answer may take; milliseconds. */
const ASK_EVERY_MS = 2000
const ANSWER_WITHIN_MS = 1000
/** For so long after a connection is back, frames of other processes may have been missed; milliseconds. */
const UNCERTAIN_MS = 5000

/** No command waits for a connection: without Redis everything goes on without it. */
const OPTIONS: RedisOptions = {
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  maxRetriesPerRequest: 0,
  commandTimeout: ANSWER_WITHIN_MS,
  connectTimeout: 2000,
  retryStrategy: (attempt) =>
    Math.min(100 * 2 ** Math.min(attempt, 5), 1000) * (0.75 + Math.random() / 4),
}

/**
 * The two connections of this process to Redis: one for commands, one that listens. Both reconnect automatically
 * whenever Redis does; nothing here throws, waits or ends the process while it is away.
 *
 * Keys and channels carry a namespace of the application's key, so that a staging installation on the same Redis
 * neither hears nor counts what production does.
 */
export class RedisLink {
  readonly namespace = `chat:${fingerprint(process.env.APP_KEY ?? '')}`
  readonly commands: Redis
  readonly subscriber: Redis
  #asking: NodeJS.Timeout
  #wholeSince = Infinity
  #isClosed = false

  constructor(url: string) {
    this.commands = new Redis(url, OPTIONS)
    this.subscriber = new Redis(url, OPTIONS)
    for (const redis of [this.commands, this.subscriber]) {
      redis.on('error', () => {})
      redis.on('close', () => (this.#wholeSince = Infinity))
      redis.on('ready', () => (this.#wholeSince = this.#isConnected ? performance.now() : Infinity))
    }
    this.#asking = setInterval(() => void this.#ask(), ASK_EVERY_MS)
    this.#asking.unref()
  }

  /** Whether commands are answered. */
  get isReady() {
    return this.commands.status === 'ready'
  }

  /** Whether frames of other processes arrive, and have done so for long enough that none is missing. */
  get isWhole() {
    return performance.now() - this.#wholeSince > UNCERTAIN_MS
  }

  /** Whether Redis answers within two seconds. */
  async answers(): Promise<boolean> {
    const until = performance.now() + 2 * ANSWER_WITHIN_MS
    while (!this.isReady && performance.now() < until) await wait(20)
    return this.isReady
  }

  /** Opens a connection anew that does not do what it should; not when this process has ended it. */
  reopen(redis: Redis) {
    if (!this.#isClosed) redis.disconnect(true)
  }

  /** Ends both connections without waiting for Redis. */
  close() {
    this.#isClosed = true
    clearInterval(this.#asking)
    this.commands.disconnect()
    this.subscriber.disconnect()
  }

  get #isConnected() {
    return this.isReady && this.subscriber.status === 'ready'
  }

  /** A network that swallows packets closes no connection: what does not answer is opened again. */
  async #ask() {
    await Promise.all(
      [this.commands, this.subscriber].map(async (redis) => {
        if (redis.status !== 'ready') return
        await redis.ping().catch(() => this.reopen(redis))
      })
    )
  }
}

const fingerprint = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 12)

const links = new Map<string, RedisLink>()

/** The link to a Redis server, one per process and address; it connects when it is first asked for. */
export function redisLink(url: string): RedisLink {
  const known = links.get(url)
  if (known) return known
  const link = new RedisLink(url)
  links.set(url, link)
  return link
}

/** Ends the link to a Redis server. What asks for it later, such as a part that starts meanwhile, gets the ended one. */
export const closeRedisLink = (url: string) => redisLink(url).close()
