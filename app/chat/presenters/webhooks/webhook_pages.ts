import { inject } from '@adonisjs/core'
import type Webhook from '#chat/models/webhook'
import type WebhookDelivery from '#chat/models/webhook_delivery'
import { eventLabel } from '#chat/presenters/webhooks/events'
import { reasonInWords } from '#chat/presenters/webhooks/reasons'
import {
  deliveryState,
  isUnderWay,
  webhookAdvice,
  webhookState,
} from '#chat/presenters/webhooks/states'
import { VERIFY_SNIPPET } from '#chat/presenters/webhooks/verify_snippet'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { ChatService } from '#chat/services/chat_service'
import { CHANGE_OVER_HOURS } from '#chat/services/webhooks/secrets'
import { millisInWords } from '#chat/texts/formats'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

const LOG_PAGE = 25

/** The pages under Settings > Chat webhooks. */
@inject()
export class WebhookPages {
  constructor(protected chat: ChatService) {}

  /** The tenant's webhooks, with their state and the time of their last delivery. */
  async index(tenantId: string, clock: ViewerClock) {
    const webhooks = await this.chat.webhooks.list(tenantId)
    const newest = await this.chat.webhooks.log.newest(webhooks)
    return {
      rows: webhooks.map((webhook) => {
        const last = newest.get(webhook.id)
        return {
          ...this.#identity(webhook, last !== undefined, clock),
          last: last ? this.#moment(last, clock) : null,
        }
      }),
    }
  }

  /** One webhook with a page of its log. */
  async show(webhook: Webhook, cursor: unknown, clock: ViewerClock) {
    const { deliveries, nextCursor } = await this.chat.webhooks.log.page(webhook, {
      cursor: typeof cursor === 'string' ? cursor : undefined,
      limit: LOG_PAGE,
    })
    const isFirstPage = !cursor
    const {
      keepDeliveriesDays: keptDays,
      retryAfterSeconds: waits,
      timeoutSeconds,
    } = this.chat.config.webhooks
    return {
      webhook: {
        ...this.#identity(webhook, deliveries.length > 0, clock),
        advice: webhookAdvice(webhook),
        isActive: webhook.isActive,
        includeNotes: webhook.includeNotes,
        allowPrivate: webhook.allowPrivate && this.chat.webhooks.mayAllowPrivate,
        secretHint: webhook.secretHint,
      },
      changeOverHours: CHANGE_OVER_HOURS,
      snippet: VERIFY_SNIPPET,
      keptDays,
      timeoutSeconds,
      triedForHours: Math.round(waits.reduce((sum, wait) => sum + wait, 0) / 3600),
      isUnderWay: deliveries.some(isUnderWay),
      deliveries: deliveries.map((delivery) => this.#row(webhook, delivery, clock)),
      newestHref: isFirstPage ? null : pathOf(webhook),
      olderHref: nextCursor && pathOf(webhook, { cursor: nextCursor }),
    }
  }

  /** One delivery, with what was sent. */
  delivery(webhook: Webhook, delivery: WebhookDelivery, clock: ViewerClock) {
    return {
      webhook: { ...this.#identity(webhook, true, clock), isActive: webhook.isActive },
      delivery: {
        ...this.#row(webhook, delivery, clock),
        id: delivery.externalId,
        tried: delivery.attemptedAt && clock.full(delivery.attemptedAt),
        next: delivery.status === 'pending' && delivery.dueAt ? clock.full(delivery.dueAt) : null,
        text: delivery.responseText,
        payload: JSON.stringify(JSON.parse(delivery.payload), null, 2),
      },
    }
  }

  #identity(webhook: Webhook, isUsed: boolean, clock: ViewerClock) {
    return {
      href: pathOf(webhook),
      url: webhook.url,
      title: webhook.description ?? new URL(webhook.url).host,
      description: webhook.description,
      events: webhook.events.map((name) => ({ name, label: eventLabel(name) })),
      state: webhookState(webhook, isUsed, clock),
    }
  }

  #row(webhook: Webhook, delivery: WebhookDelivery, clock: ViewerClock) {
    const { event, attempts, externalId } = delivery
    return {
      href: chatUrl('chat.settings.webhooks.delivery', {
        id: webhook.externalId,
        delivery: externalId,
      }),
      at: this.#moment(delivery, clock),
      event: { name: event, label: eventLabel(event) },
      state: deliveryState(delivery, clock),
      reason: reasonInWords(delivery),
      attempts,
      tries: text('deliveries.attempts', { count: attempts }),
      answer: answerOf(delivery),
      isUnderWay: isUnderWay(delivery),
    }
  }

  #moment({ createdAt }: WebhookDelivery, clock: ViewerClock) {
    return { iso: clock.iso(createdAt), full: clock.full(createdAt), ago: clock.since(createdAt) }
  }
}

const pathOf = ({ externalId: id }: Webhook, query?: { cursor: string }) =>
  chatUrl('chat.settings.webhooks.show', { id }, query)

/** What came back, and how long that took. */
function answerOf({ responseStatus, durationMs, error }: WebhookDelivery) {
  if (durationMs === null) return '–'
  const time = millisInWords(durationMs)
  if (responseStatus === null && error) return text('deliveries.no_response', { time })
  return text('deliveries.response', { status: String(responseStatus ?? '–'), time })
}
