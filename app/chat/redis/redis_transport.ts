import { randomUUID } from 'node:crypto'
import type { TransmitTransport } from '#chat/redis/config'
import { closeRedisLink, redisLink, type RedisLink } from '#chat/redis/redis_link'
import { WaitingFrames } from '#chat/redis/waiting_frames'

type Transport = ReturnType<NonNullable<TransmitTransport>['driver']>
type Handler = (payload: any) => void | Promise<void>

/**
 * Carries Transmit's frames between the processes of an application. Unlike the transport that Transmit brings, it
 * never fails: Transmit would keep what fails in a queue without a limit, and one that cannot subscribe at boot
 * would end the process. Frames wait here for a few seconds, a limited number of them; what is lost nevertheless is
 * in the database, and streams catch up from there.
 */
export class RedisTransport implements Transport {
  #link: RedisLink
  #id: string = randomUUID()
  #handlers = new Map<string, Handler[]>()
  #waiting = new WaitingFrames()

  constructor(protected url: string) {
    this.#link = redisLink(url)
    this.#link.subscriber.on('message', (channel, text) => this.#take(channel, text))
    this.#link.subscriber.on('ready', () => this.#listen([...this.#handlers.keys()]))
    this.#link.commands.on('ready', () => this.#sendWaiting())
  }

  setId(id: string) {
    this.#id = id
    return this
  }

  /** Sends, or keeps for as long as a frame is worth something; never fails. */
  async publish(channel: string, payload: unknown) {
    const text = JSON.stringify({ payload, busId: this.#id })
    if (!this.#link.isReady) return this.#waiting.add(channel, text)
    await this.#send(channel, text)
  }

  /** Listens from now on, or from when Redis is there. */
  async subscribe(channel: string, handler: Handler) {
    this.#handlers.set(channel, [...(this.#handlers.get(channel) ?? []), handler])
    if (this.#link.subscriber.status === 'ready') this.#listen([channel])
  }

  async unsubscribe(channel: string) {
    this.#handlers.delete(channel)
    await this.#link.subscriber.unsubscribe(this.#named(channel)).catch(() => {})
  }

  /** Transmit's own queue, which this would empty, has nothing in it. */
  onReconnect() {}

  async disconnect() {
    closeRedisLink(this.url)
  }

  #named(channel: string) {
    return `${this.#link.namespace}:${channel}`
  }

  #listen(channels: string[]) {
    if (!channels.length) return
    const { subscriber } = this.#link
    const names = channels.map((channel) => this.#named(channel))
    subscriber.subscribe(...names).catch(() => this.#link.reopen(subscriber))
  }

  #send(channel: string, text: string) {
    const sent = this.#link.commands.publish(this.#named(channel), text)
    return sent.then(
      () => {},
      () => this.#waiting.add(channel, text)
    )
  }

  #sendWaiting() {
    for (const { channel, text } of this.#waiting.takeAll()) void this.#send(channel, text)
  }

  /** Frames that this process has sent itself, and what is no frame, are left out. */
  #take(name: string, text: string) {
    const channel = name.slice(this.#link.namespace.length + 1)
    const handlers = this.#handlers.get(channel)
    const message = handlers && parsed(text)
    if (!message || message.busId === this.#id || !('payload' in message)) return
    for (const handler of handlers) void handler(message.payload)
  }
}

function parsed(text: string): { busId?: unknown; payload?: unknown } | null {
  try {
    const message = JSON.parse(text)
    return typeof message === 'object' ? message : null
  } catch {
    return null
  }
}
