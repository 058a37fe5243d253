import type { Logger } from '@adonisjs/core/logger'
import type Webhook from '#chat/models/webhook'
import type WebhookDelivery from '#chat/models/webhook_delivery'
import type { ChatService } from '#chat/services/chat_service'
import { DeliveryQueue } from '#chat/services/webhooks/delivery_queue'
import { Dispatch } from '#chat/services/webhooks/dispatch'
import { inTurn } from '#chat/services/webhooks/turns'

const SWEEP_EVERY_MS = 1000
/** What is committed within this time of each other is looked for at once. */
const GATHER_MS = 20
const PRUNE_EVERY_MS = 3600 * 1000
/** So many at a time in this process, and of one webhook; of one that fails, a single one. */
const AT_ONCE = 200
const OF_ONE_WEBHOOK = 4
/** Webhooks that fail have so many places between them: the others always find one. */
const OF_FAILING = AT_ONCE / 2
/** How long attempts that are under way may go on when the server closes. */
const LAST_MOMENTS_MS = 1500

/**
 * Brings what the outbox holds to where it belongs: at once after a commit, and by a sweep every second for
 * what is tried again, what other processes have left, and what a crash has interrupted. Several may run:
 * who sends what is decided by the database (`DeliveryQueue`).
 *
 * A webhook that is slow or dead holds up nobody but itself.
 */
export class Courier {
  #queue = new DeliveryQueue()
  #dispatch: Dispatch
  #timer?: NodeJS.Timeout
  #alarm?: NodeJS.Timeout
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
    this.#dispatch = new Dispatch(chat.config.webhooks, this.#queue, chat.webhooks.subscriptions)
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
   * Takes nothing more, gives what is under way a moment, and puts back what has no answer by then. Settles
   * when nothing of it uses the database any more.
   */
  async stop() {
    this.#isStopped = true
    clearInterval(this.#timer)
    clearTimeout(this.#alarm)
    this.#alarm = undefined
    await this.#rounds
    const patience = setTimeout(() => this.#stop.abort(), LAST_MOMENTS_MS)
    await Promise.all([...this.#underWay.values()].flatMap((attempts) => [...attempts]))
    clearTimeout(patience)
  }

  /** Looks for what is due; wishes that come meanwhile become one more look. */
  soon() {
    this.#isWanted = true
    if (this.#isRunning || this.#isStopped) return
    this.#isRunning = true
    this.#rounds = this.#run().finally(() => (this.#isRunning = false))
  }

  #wake() {
    this.#alarm ??= setTimeout(() => {
      this.#alarm = undefined
      this.soon()
    }, GATHER_MS).unref()
  }

  #sweep() {
    this.#isRefreshDue = true
    this.soon()
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
    for (const webhook of inTurn(await this.#queue.due(), this.#servedLast)) {
      const places = this.#placesFor(webhook)
      if (places <= 0 || this.#isStopped) continue
      if (!(await this.chat.host.isModuleEnabled(webhook.tenantId))) continue
      for (const delivery of await this.#queue.take(webhook, places)) this.#send(webhook, delivery)
      this.#servedLast = webhook.id
    }
  }

  #placesFor({ id, failingSince }: Webhook) {
    const own = this.#underWay.get(id)?.size ?? 0
    const free = AT_ONCE - this.#countUnderWay(this.#underWay.keys())
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
        this.soon()
      })
    attempts.add(attempt)
  }

  async #refresh() {
    const { subscriptions } = this.chat.webhooks
    await (this.#isRefreshDue ? subscriptions.refresh() : subscriptions.prepare())
    this.#isRefreshDue = false
  }

  /** Some at a time, until the next look finds none. */
  async #pruneNowAndThen() {
    if (performance.now() - this.#prunedAt < PRUNE_EVERY_MS) return
    const isDone = await this.#queue.prune(this.chat.config.webhooks.keepDeliveriesDays)
    if (isDone) this.#prunedAt = performance.now()
  }
}
