import type Webhook from '#chat/models/webhook'
import type WebhookDelivery from '#chat/models/webhook_delivery'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import { text } from '#chat/texts/text'

export interface State {
  /** `on`, `off` or `bad`: how it is coloured. */
  tone: 'on' | 'off' | 'bad'
  label: string
}

/** How a webhook is doing, by what became of its deliveries. */
export function webhookState(webhook: Webhook, isUsed: boolean, clock: ViewerClock): State {
  if (webhook.stoppedBecause) return { tone: 'bad', label: text('deliveries.webhook.stopped') }
  if (!webhook.isActive) return { tone: 'off', label: text('deliveries.webhook.paused') }
  if (webhook.failingSince) {
    return {
      tone: 'bad',
      label: text('deliveries.webhook.failing', { time: clock.short(webhook.failingSince) }),
    }
  }
  return isUsed
    ? { tone: 'on', label: text('deliveries.webhook.healthy') }
    : { tone: 'off', label: text('deliveries.webhook.unused') }
}

/** What is to be done about it; null where nothing is. */
export function webhookAdvice(webhook: Webhook): string | null {
  if (webhook.stoppedBecause === 'gone') {
    return text('deliveries.advice.gone')
  }
  if (!webhook.isActive) {
    return text('deliveries.advice.paused')
  }
  if (webhook.failingSince) {
    return text('deliveries.advice.failing')
  }
  return null
}

/** What became of a delivery. */
export function deliveryState(delivery: WebhookDelivery, clock: ViewerClock): State {
  const { status, attempts, dueAt } = delivery
  if (status === 'delivered') return { tone: 'on', label: text('deliveries.delivery.delivered') }
  if (status === 'failed') return { tone: 'bad', label: text('deliveries.delivery.failed') }
  if (status === 'sending') return { tone: 'off', label: text('deliveries.delivery.sending') }
  if (attempts === 0 || !dueAt) return { tone: 'off', label: text('deliveries.delivery.waiting') }
  return { tone: 'bad', label: text('deliveries.delivery.retrying', { time: clock.short(dueAt) }) }
}

/** Whether something may have become of it a moment from now. */
export const isUnderWay = ({ status, attempts }: WebhookDelivery) =>
  status === 'sending' || (status === 'pending' && attempts === 0)
