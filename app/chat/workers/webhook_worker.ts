import type { Logger } from '@adonisjs/core/logger'
import type Webhook from '#chat/models/webhook'
import type WebhookDelivery from '#chat/models/webhook_delivery'
import type { ChatService } from '#chat/services/chat_service'
import { DeliveryQueue } from '#chat/services/webhooks/delivery_queue'
import { DeliveryAttempt } from '#chat/services/webhooks/delivery_attempt'
import { roundRobin } from '#chat/services/webhooks/turns'

const SWEEP_EVERY_MS = 1000
/** Deliveries committed within this time of each other are sent in one round. */
const GATHER_MS = 20
const PRUNE_EVERY_MS = 3600 * 1000
/** Concurrent attempts of this process, and of one webhook; a failing webhook gets a single one. */
const MOST_UNDER_WAY = 200
const OF_ONE_WEBHOOK = 4
/** The share of failing webhooks, so that the others always find capacity. */
const OF_FAILING = MOST_UNDER_WAY / 2
/** How long running attempts may continue when the server closes. */
const LAST_MOMENTS_MS = 1500

/**
 * Sends webhook deliveries: immediately after a commit, and in a sweep every second for retries and for rows left by
 * other processes or a crash. Several workers may run: the database decides who sends what (`DeliveryQueue`).
 *
 * A slow or dead webhook delays only its own deliveries.
 */
export class WebhookWorker {
  #queue = new DeliveryQueue()
  #dispatch: DeliveryAttempt
  #timer?: NodeJS.Timeout
  #soon?: NodeJS.Timeout
  #isStopped = true
  #isRunning = false
  #isWanted = false
  #isRefreshDue = true
  #prunedAt = -Infinity
  #stop = new AbortController()
  #servedLast = 0
  #failing = new Set<number>()
  #rounds: Promise<void> = Promise.resolve()
  #underWay = new Map<number, Set<Promise<void>>>()

  constructor(
    protected chat: ChatService,
    protected logger: Logger
  ) {
    this.#dispatch = new DeliveryAttempt(
      chat.config.webhooks,
      this.#queue,
      chat.webhooks.subscriptions
    )
  }

  start() {
    this.#isStopped = false
    this.#stop = new AbortController()
    this.chat.webhooks.outbox.onAdded(() => this.#wake())
    clearInterval(this.#timer)
    this.#timer = setInterval(() => this.#sweep(), SWEEP_EVERY_MS)
    this.#timer.unref()
  }

  /**
   * Starts nothing more, gives running attempts a moment, and returns unanswered deliveries to the queue. Resolves
   * when the worker no longer uses the database.
   */
  async stop() {
    this.#isStopped = true
    clearInterval(this.#timer)
    clearTimeout(this.#soon)
    this.#soon = undefined
    await this.#rounds
    const patience = setTimeout(() => this.#stop.abort(), LAST_MOMENTS_MS)
    await Promise.all([...this.#underWay.values()].flatMap((attempts) => [...attempts]))
    clearTimeout(patience)
  }

  /** Looks for due deliveries; calls during a run are merged into one more run. */
  trigger() {
    this.#isWanted = true
    if (this.#isRunning || this.#isStopped) return
    this.#isRunning = true
    this.#rounds = this.#run().finally(() => (this.#isRunning = false))
  }

  #wake() {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined
      this.trigger()
    }, GATHER_MS).unref()
  }

  #sweep() {
    this.#isRefreshDue = true
    this.trigger()
  }

  async #run() {
    while (this.#isWanted && !this.#isStopped) {
      this.#isWanted = false
      try {
        await this.#round()
      } catch (error) {
        this.logger.warn({ err: error }, 'webhooks could not be served')
      }
    }
  }

  async #round() {
    await this.#refresh()
    await this.#pruneNowAndThen()
    if (this.chat.webhooks.subscriptions.isEmpty) return
    for (const webhook of roundRobin(await this.#queue.due(), this.#servedLast)) {
      const places = this.#placesFor(webhook)
      if (places <= 0 || this.#isStopped) continue
      if (!(await this.chat.host.isModuleEnabled(webhook.tenantId))) continue
      for (const delivery of await this.#queue.take(webhook, places)) this.#send(webhook, delivery)
      this.#servedLast = webhook.id
    }
  }

  #placesFor({ id, failingSince }: Webhook) {
    const own = this.#underWay.get(id)?.size ?? 0
    const free = MOST_UNDER_WAY - this.#countUnderWay(this.#underWay.keys())
    return failingSince
      ? Math.min(1 - own, free, OF_FAILING - this.#countUnderWay(this.#failing))
      : Math.min(OF_ONE_WEBHOOK - own, free)
  }

  #countUnderWay(ids: Iterable<number>) {
    return [...ids].reduce((sum, id) => sum + (this.#underWay.get(id)?.size ?? 0), 0)
  }

  #send(webhook: Webhook, delivery: WebhookDelivery) {
    const attempts = this.#underWay.get(webhook.id) ?? new Set()
    this.#underWay.set(webhook.id, attempts)
    if (webhook.failingSince) this.#failing.add(webhook.id)
    else this.#failing.delete(webhook.id)
    const attempt = this.#dispatch
      .send(webhook, delivery, this.#stop.signal)
      .catch((error: unknown) => {
        this.logger.warn(
          { err: error, delivery: delivery.externalId },
          'a delivery was interrupted'
        )
      })
      .then(() => {
        attempts.delete(attempt)
        if (attempts.size === 0) this.#underWay.delete(webhook.id)
        this.trigger()
      })
    attempts.add(attempt)
  }

  async #refresh() {
    const { subscriptions } = this.chat.webhooks
    await (this.#isRefreshDue ? subscriptions.refresh() : subscriptions.prepare())
    this.#isRefreshDue = false
  }

  /** Deletes old deliveries in batches, until none is left. */
  async #pruneNowAndThen() {
    if (performance.now() - this.#prunedAt < PRUNE_EVERY_MS) return
    const isDone = await this.#queue.prune(this.chat.config.webhooks.keepDeliveriesDays)
    if (isDone) this.#prunedAt = performance.now()
  }
}
