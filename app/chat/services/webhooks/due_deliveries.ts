import type { ChatConfig } from '#chat/config/chat_config'
import type { CrmHost } from '#chat/contracts/crm_host'
import type Webhook from '#chat/models/webhook'
import type { DueQueue, Job, Look, UnderWay } from '#chat/services/due_actions/due_queue'
import { DeliveryAttempt } from '#chat/services/webhooks/delivery_attempt'
import { DeliveryQueue } from '#chat/services/webhooks/delivery_queue'
import { roundRobin } from '#chat/services/webhooks/turns'
import type { Webhooks } from '#chat/services/webhooks/webhooks'

const PRUNE_EVERY_MS = 3600 * 1000
/** Concurrent attempts of this process, and of one webhook; a failing webhook gets a single one. */
const MOST_UNDER_WAY = 200
const OF_ONE_WEBHOOK = 4
/** The share of failing webhooks, so that the others always find capacity. */
const OF_FAILING = MOST_UNDER_WAY / 2

/**
 * Due webhook deliveries. Webhooks take turns, and a slow or dead one delays only its own deliveries.
 *
 * They are rows of a table of their own, because a delivery is its own log: it is written by one statement with the
 * change that it reports, and kept with its body and result for weeks.
 */
export class DueDeliveries implements DueQueue {
  readonly name = 'webhooks'
  readonly lastMomentsMs = 1500

  #rows = new DeliveryQueue()
  #attempts: DeliveryAttempt
  #servedLast = 0
  #failing = new Set<string>()
  #prunedAt = -Infinity

  constructor(
    protected config: ChatConfig['webhooks'],
    protected webhooks: Webhooks,
    protected host: Pick<CrmHost, 'isModuleEnabled'>
  ) {
    this.#attempts = new DeliveryAttempt(config, this.#rows)
  }

  onAdded(callback: () => void) {
    this.webhooks.outbox.onAdded(callback)
  }

  async *take({ underWay, isStopped }: Look): AsyncIterable<Job> {
    const { subscriptions } = this.webhooks
    await subscriptions.prepare()
    await this.#pruneNowAndThen()
    if (subscriptions.isEmpty) return
    for (const webhook of roundRobin(await this.#rows.due(), this.#servedLast)) {
      const capacity = this.#capacityFor(webhook, underWay)
      if (capacity <= 0 || isStopped()) continue
      if (!(await this.host.isModuleEnabled(webhook.tenantId))) continue
      this.#servedLast = webhook.id
      const deliveries = await this.#rows.take(webhook, capacity)
      this.#noteFailing(webhook)
      for (const delivery of deliveries) {
        yield {
          lane: laneOf(webhook),
          run: (signal) => this.#attempts.send(webhook, delivery, signal),
        }
      }
    }
  }

  #capacityFor(webhook: Webhook, underWay: UnderWay) {
    const own = underWay.of(laneOf(webhook))
    const free = MOST_UNDER_WAY - underWay.all
    if (!webhook.failingSince) return Math.min(OF_ONE_WEBHOOK - own, free)
    const failing = [...this.#failing].reduce((sum, lane) => sum + underWay.of(lane), 0)
    return Math.min(1 - own, free, OF_FAILING - failing)
  }

  #noteFailing(webhook: Webhook) {
    if (webhook.failingSince) this.#failing.add(laneOf(webhook))
    else this.#failing.delete(laneOf(webhook))
  }

  /** Deletes old deliveries in batches, until none is left. */
  async #pruneNowAndThen() {
    if (performance.now() - this.#prunedAt < PRUNE_EVERY_MS) return
    const isDone = await this.#rows.prune(this.config.keepDeliveriesDays)
    if (isDone) this.#prunedAt = performance.now()
  }
}

const laneOf = ({ id }: Webhook) => String(id)
