import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { DrillClient } from '#chat/drill/drill_client'
import { DrillReader } from '#chat/drill/drill_reader'

/** Milliseconds between two attempts to send the same message. */
const RETRY_MS = 250

/** One message of a visitor: milliseconds by `performance.now()`. */
interface Sent {
  content: string
  /** When the visitor pressed Enter. */
  at: number
  /** When the server has acknowledged it. */
  acknowledgedAt?: number
  /** When the second tab showed it. */
  shownAt?: number
}

/**
 * A visitor who writes in one tab and reads in another. Writing is the widget's outbox: a message is posted until it
 * is acknowledged, and the next one not before.
 */
export class DrillVisitor {
  readonly sent: Sent[] = []
  readonly reader: DrillReader
  #byContent = new Map<string, Sent>()
  #queue: Promise<void> = Promise.resolve()
  #isStopped = false

  constructor(
    protected client: DrillClient,
    readonly conversation: string
  ) {
    this.reader = new DrillReader(client, conversation, (content) => {
      const sent = this.#byContent.get(content)
      if (sent) sent.shownAt ??= performance.now()
    })
  }

  /** Writes one more message; it is posted after those before it. */
  say(content: string) {
    const sent: Sent = { content, at: performance.now() }
    this.sent.push(sent)
    this.#byContent.set(content, sent)
    this.#queue = this.#queue.then(() => this.#post(sent))
  }

  /** Settles when every message is acknowledged and shown, or the patience (milliseconds) is over. */
  async settled(patience: number) {
    const until = performance.now() + patience
    const isDone = () => this.sent.every(({ shownAt }) => shownAt !== undefined)
    while (!isDone() && performance.now() < until) await wait(50)
  }

  stop() {
    this.#isStopped = true
    this.reader.stop()
    this.client.close()
  }

  async #post(sent: Sent) {
    const path = `/conversations/${this.conversation}/messages`
    const body = { content: sent.content, client_message_id: randomUUID() }
    while (!this.#isStopped) {
      const answer = await this.client.post(path, body).catch(() => null)
      if (answer && answer.status < 300) return void (sent.acknowledgedAt = performance.now())
      await wait(Math.max(answer?.retryAfterMs ?? 0, RETRY_MS * (0.5 + Math.random())))
    }
  }
}
