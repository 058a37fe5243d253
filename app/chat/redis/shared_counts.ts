import { randomUUID } from 'node:crypto'
import type { RedisLink } from '#chat/redis/redis_link'

/** How often a process says that it counts, and after which silence its counts are void; milliseconds. */
const BEAT_MS = 5000
const SILENT_MS = 15_000
/** Keys without a change for this long are removed by Redis; milliseconds. */
const KEPT_MS = 86_400_000
const RENEWED_AT_ONCE = 500

/** Adds to this process's count of each key; answers with the sum of each over the processes that are alive. */
const ADD = `
local now = redis.call('TIME')
local ms = now[1] * 1000 + math.floor(now[2] / 1000)
redis.call('ZADD', KEYS[1], ms, ARGV[1])
local alive = redis.call('ZRANGEBYSCORE', KEYS[1], ms - ARGV[3], '+inf')
local sums = {}
for i = 2, #KEYS do
  if redis.call('HINCRBY', KEYS[i], ARGV[1], ARGV[2]) < 1 then redis.call('HDEL', KEYS[i], ARGV[1]) end
  redis.call('PEXPIRE', KEYS[i], ARGV[4])
  local sum = 0
  for _, count in ipairs(redis.call('HMGET', KEYS[i], unpack(alive))) do sum = sum + (tonumber(count) or 0) end
  sums[i - 1] = sum
end
return sums
`

interface Commands {
  chatAdd(keys: number, ...args: (string | number)[]): Promise<number[]>
}

/**
 * Counts of what all processes of the application hold open: streams of an owner, of an address, of an agent who is
 * there. The counts of a process that has crashed are void after a few seconds; when Redis has been away, each
 * process writes its own anew. Without Redis there is no count, and processes count for themselves.
 */
export class SharedCounts {
  #own = new Map<string, number>()
  #process: string = randomUUID()
  #timer: NodeJS.Timeout

  constructor(protected link: RedisLink) {
    link.commands.defineCommand('chatAdd', { lua: ADD })
    link.commands.on('ready', () => void this.#renew().catch(() => {}))
    this.#timer = setInterval(() => void this.#add([], 0), BEAT_MS).unref()
  }

  /** Counts one more of each; answers with the sums over all processes, or null while Redis is away. */
  take(keys: string[]): Promise<number[] | null> {
    for (const key of keys) this.#own.set(key, (this.#own.get(key) ?? 0) + 1)
    return this.#add(keys, 1)
  }

  /** Counts one less of each; answers with what is left. */
  release(keys: string[]): Promise<number[] | null> {
    for (const key of keys) {
      const left = (this.#own.get(key) ?? 1) - 1
      if (left > 0) this.#own.set(key, left)
      else this.#own.delete(key)
    }
    return this.#add(keys, -1)
  }

  /** The sum over all processes, or null while Redis is away. */
  async sum(key: string): Promise<number | null> {
    const sums = await this.#add([key], 0)
    return sums && sums[0]
  }

  stop() {
    clearInterval(this.#timer)
    void this.link.commands.zrem(this.#processes, this.#process).catch(() => {})
  }

  get #processes() {
    return `${this.link.namespace}:counting`
  }

  async #add(keys: string[], count: number) {
    if (!this.link.isReady) return null
    const named = keys.map((key) => this.#named(key))
    const counting = [this.#processes, ...named]
    const values = [this.#process, count, SILENT_MS, KEPT_MS]
    const redis = this.link.commands as unknown as Commands
    return redis.chatAdd(counting.length, ...counting, ...values).catch(() => null)
  }

  /** Under a new name, for what was released in the meantime is still counted under the old one. */
  async #renew() {
    const before = this.#process
    this.#process = randomUUID()
    const { commands } = this.link
    await commands.zrem(this.#processes, before)
    const own = [...this.#own]
    while (own.length) {
      const pipeline = commands.pipeline()
      for (const [key, count] of own.splice(0, RENEWED_AT_ONCE)) {
        pipeline.hset(this.#named(key), this.#process, count).pexpire(this.#named(key), KEPT_MS)
      }
      await pipeline.exec()
    }
    await this.#add([], 0)
  }

  #named(key: string) {
    return `${this.link.namespace}:count:${key}`
  }
}
