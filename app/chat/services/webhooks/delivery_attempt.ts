import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import Webhook from '#chat/models/webhook'
import { toSqlUtc } from '#chat/models/columns'
import type WebhookDelivery from '#chat/models/webhook_delivery'
import type { DeliveryError } from '#chat/models/webhook_delivery'
import type { DeliveryQueue } from '#chat/services/webhooks/delivery_queue'
import { NoResponse, guardedPost, type PostResponse } from '#chat/services/webhooks/guarded_post'
import { nextAttemptAt } from '#chat/services/due_actions/retry_schedule'
import { secretsOf } from '#chat/services/webhooks/secrets'
import { sign } from '#chat/services/webhooks/signature'
import { settingsVersion } from '#chat/services/settings/settings_version'

/** The result of an attempt. */
interface Result {
  error: DeliveryError | null
  answer: PostResponse | null
}

/** Characters of a response that the log keeps. */
const KEPT_TEXT = 500

/** One attempt at a delivery that was taken from the queue, and its consequences. */
export class DeliveryAttempt {
  constructor(
    protected config: ChatConfig['webhooks'],
    protected queue: DeliveryQueue
  ) {}

  /** Sends the delivery. An aborted attempt returns it to the queue uncounted. */
  async send(webhook: Webhook, delivery: WebhookDelivery, signal: AbortSignal): Promise<void> {
    const startedAt = performance.now()
    const result = await this.#post(webhook, delivery, signal)
    if (!result) return this.queue.putBack(delivery)
    const { error, answer } = result
    const dueAt = this.#nextAttempt(delivery, result)
    await this.queue.end(delivery, {
      status: error === null ? 'delivered' : dueAt ? 'pending' : 'failed',
      dueAt,
      durationMs: Math.round(performance.now() - startedAt),
      responseStatus: answer?.status ?? null,
      responseText: answer?.text ? readable(answer.text) : null,
      error,
    })
    await this.#noteHealth(webhook, error)
  }

  async #post(
    webhook: Webhook,
    delivery: WebhookDelivery,
    signal: AbortSignal
  ): Promise<Result | null> {
    const secrets = secretsOf(webhook)
    if (secrets.length === 0) return { error: 'secret', answer: null }
    try {
      const answer = await guardedPost({
        url: webhook.url,
        allowPrivate: webhook.allowPrivate && this.config.allowPrivateAddresses,
        headers: headersOf(delivery, secrets),
        body: delivery.payload,
        timeoutMs: this.config.timeoutSeconds * 1000,
        signal,
      })
      return { error: verdictOn(answer.status), answer }
    } catch (error) {
      if (signal.aborted) return null
      if (error instanceof NoResponse) return { error: error.reason, answer: null }
      throw error
    }
  }

  #nextAttempt({ attempts }: WebhookDelivery, { error, answer }: Result) {
    if (error === null || error === 'gone') return null
    return nextAttemptAt(attempts, this.config.retryAfterSeconds, answer?.retryAfter ?? null)
  }

  /** Records since when a webhook has been failing, and pauses one whose receiver is gone. */
  async #noteHealth(webhook: Webhook, error: DeliveryError | null) {
    const row = Webhook.query().where({ id: webhook.id, url: webhook.url })
    if (error === 'gone') {
      await row.update({ is_active: false, stopped_because: 'gone' })
      await settingsVersion.advance()
    } else if (error && !webhook.failingSince) {
      await row.whereNull('failing_since').update({ failing_since: toSqlUtc(DateTime.utc()) })
    } else if (!error) {
      await row.whereNotNull('failing_since').update({ failing_since: null })
    }
  }
}

function headersOf({ externalId, event, payload }: WebhookDelivery, secrets: string[]) {
  const timestamp = Math.floor(Date.now() / 1000)
  return {
    'content-type': 'application/json',
    'user-agent': 'CrmChat-Webhooks/1',
    'x-chat-event': event,
    'x-chat-delivery': externalId,
    'x-chat-timestamp': String(timestamp),
    'x-chat-signature': sign(secrets, timestamp, payload),
  }
}

/** Only 2xx counts as delivered; 410 means that the receiver is gone permanently. */
function verdictOn(status: number): DeliveryError | null {
  if (status >= 200 && status < 300) return null
  if (status === 410) return 'gone'
  return status >= 300 && status < 400 ? 'redirect' : 'status'
}

/** On one line, without unprintable characters. */
const readable = (text: string) =>
  [...text.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, KEPT_TEXT / 2).join('') || null
