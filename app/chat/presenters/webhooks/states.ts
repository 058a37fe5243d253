import type Webhook from '#chat/models/webhook'
import type WebhookDelivery from '#chat/models/webhook_delivery'
import type { ViewerClock } from '#chat/presenters/viewer_clock'

export interface State {
  /** `on`, `off` or `bad`: how it is coloured. */
  tone: 'on' | 'off' | 'bad'
  label: string
}

/** How a webhook is doing, by what became of its deliveries. */
export function webhookState(webhook: Webhook, isUsed: boolean, clock: ViewerClock): State {
  if (webhook.stoppedBecause) return { tone: 'bad', label: 'Stopped' }
  if (!webhook.isActive) return { tone: 'off', label: 'Paused' }
  if (webhook.failingSince) {
    return { tone: 'bad', label: `Failing since ${clock.short(webhook.failingSince)}` }
  }
  return isUsed ? { tone: 'on', label: 'Healthy' } : { tone: 'off', label: 'Nothing sent yet' }
}

/** What is to be done about it; null where nothing is. */
export function webhookAdvice(webhook: Webhook): string | null {
  if (webhook.stoppedBecause === 'gone') {
    return 'Its server answered that it wants no more (410). Once that is settled, edit the webhook and switch it on.'
  }
  if (!webhook.isActive) {
    return 'Nothing is sent, and what happens now will not be sent later. What was already waiting goes out when you switch it on.'
  }
  if (webhook.failingSince) {
    return 'The log below says why. What failed is tried again, ever less often, until it is given up; you can also send it again yourself.'
  }
  return null
}

/** What became of a delivery. */
export function deliveryState(delivery: WebhookDelivery, clock: ViewerClock): State {
  const { status, attempts, dueAt } = delivery
  if (status === 'delivered') return { tone: 'on', label: 'Delivered' }
  if (status === 'failed') return { tone: 'bad', label: 'Given up' }
  if (status === 'sending') return { tone: 'off', label: 'Being sent' }
  if (attempts === 0 || !dueAt) return { tone: 'off', label: 'Waiting' }
  return { tone: 'bad', label: `Failed, next try ${clock.short(dueAt)}` }
}

/** Whether something may have become of it a moment from now. */
export const isUnderWay = ({ status, attempts }: WebhookDelivery) =>
  status === 'sending' || (status === 'pending' && attempts === 0)
