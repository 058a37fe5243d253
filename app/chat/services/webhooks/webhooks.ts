import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import Webhook from '#chat/models/webhook'
import { namedBy, type Reference } from '#chat/models/reference'
import type WebhookDelivery from '#chat/models/webhook_delivery'
import { literalAddress, mayReach, reachOf } from '#chat/services/webhooks/addresses'
import { recordOf, type AuditLog } from '#chat/services/audit/audit_log'
import { DeliveryLog } from '#chat/services/webhooks/delivery_log'
import { DeliveryOutbox } from '#chat/services/webhooks/delivery_outbox'
import { CHANGE_OVER_HOURS, mintWebhookSecret } from '#chat/services/webhooks/secrets'
import { Subscriptions } from '#chat/services/webhooks/subscriptions'
import {
  AddressNotAllowed,
  PrivateAddressesForbidden,
  TooManyWebhooks,
  WebhookPaused,
} from '#chat/exceptions/chat_errors'

/** What an admin decides about a webhook. */
export type WebhookAttributes = Pick<
  Webhook,
  'url' | 'description' | 'events' | 'includeNotes' | 'allowPrivate' | 'isActive'
>

/** A webhook with its secret, which is shown only once. */
export interface WithSecret {
  webhook: Webhook
  secret: string
}

/** The most webhooks per tenant; each costs every message a row. */
export const MAX_WEBHOOKS = 20

/** Endpoints that receive signed requests about events in the chat (Z3). */
export class Webhooks {
  /** The active webhooks by event. */
  readonly subscriptions = new Subscriptions()

  /** The pending deliveries. */
  readonly outbox = new DeliveryOutbox(this.subscriptions)

  /** The history of deliveries. */
  readonly log = new DeliveryLog(this.outbox)

  constructor(
    protected config: ChatConfig,
    protected audit: AuditLog
  ) {}

  /** The tenant's webhooks, in order of creation. */
  list(tenantId: string): Promise<Webhook[]> {
    return Webhook.query()
      .where('tenant_id', tenantId)
      .orderBy('id')
      .limit(MAX_WEBHOOKS * 2)
  }

  /** @throws E_ROW_NOT_FOUND (404) when the tenant has no such webhook */
  find(tenantId: string, reference: Reference): Promise<Webhook> {
    return Webhook.query()
      .where({ tenant_id: tenantId, ...namedBy(reference) })
      .firstOrFail()
  }

  /**
   * Creates a webhook and its secret.
   *
   * @throws AddressNotAllowed when its address may not be reached
   * @throws PrivateAddressesForbidden when the configuration forbids private addresses
   * @throws TooManyWebhooks
   */
  async create(
    tenantId: string,
    attributes: WebhookAttributes,
    userId: string | null
  ): Promise<WithSecret> {
    this.#assertAllowed(attributes, attributes)
    const others = await this.list(tenantId)
    if (others.length >= MAX_WEBHOOKS) throw new TooManyWebhooks([String(MAX_WEBHOOKS)])
    const { secret, sealed, hint } = mintWebhookSecret()
    const now = DateTime.utc()
    const webhook = new Webhook().fill({
      ...attributes,
      externalId: randomUUID(),
      tenantId,
      secret: sealed,
      secretHint: hint,
      previousSecret: null,
      previousSecretUntil: null,
      failingSince: null,
      stoppedBecause: null,
      userCreatedId: userId,
      userUpdatedId: userId,
      createdAt: now,
      updatedAt: now,
    })
    await this.audit.change(
      webhook,
      'save',
      recordOf(webhook, nameOf(webhook), 'webhook.created', userId)
    )
    return { webhook, secret }
  }

  /**
   * Changes a webhook. A paused one gets no new deliveries and keeps its pending ones until it resumes.
   *
   * @throws AddressNotAllowed when its address may not be reached
   * @throws PrivateAddressesForbidden when the configuration forbids private addresses
   */
  async update(webhook: Webhook, changes: Partial<WebhookAttributes>, userId: string | null) {
    webhook.merge(changes)
    this.#assertAllowed(webhook, changes)
    const isOther = webhook.$dirty.url !== undefined || webhook.$dirty.isActive === true
    if (isOther) webhook.failingSince = null
    if (webhook.isActive) webhook.stoppedBecause = null
    webhook.merge({ userUpdatedId: userId, updatedAt: DateTime.utc() })
    await this.audit.change(
      webhook,
      'save',
      recordOf(webhook, nameOf(webhook), 'webhook.updated', userId)
    )
    this.outbox.trigger()
    return webhook
  }

  /** Replaces the secret; for a day, deliveries also carry the old one's signature. */
  async rotateSecret(webhook: Webhook, userId: string | null): Promise<WithSecret> {
    const { secret, sealed, hint } = mintWebhookSecret()
    const now = DateTime.utc()
    const changes = {
      previousSecret: webhook.secret,
      previousSecretUntil: now.plus({ hours: CHANGE_OVER_HOURS }),
      secret: sealed,
      secretHint: hint,
      userUpdatedId: userId,
      updatedAt: now,
    }
    const record = recordOf(webhook, nameOf(webhook), 'webhook.secret_rotated', userId)
    return { webhook: await this.audit.change(webhook.merge(changes), 'save', record), secret }
  }

  /** Removes a webhook with all its deliveries. */
  async remove(webhook: Webhook, userId: string | null = null): Promise<void> {
    await this.audit.change(
      webhook,
      'delete',
      recordOf(webhook, nameOf(webhook), 'webhook.deleted', userId)
    )
    await this.log.clear(webhook)
  }

  /**
   * Sends a `ping`, which appears in the log like any delivery.
   *
   * @throws WebhookPaused
   */
  async test(webhook: Webhook): Promise<WebhookDelivery> {
    if (!webhook.isActive) throw new WebhookPaused()
    const delivery = await this.outbox.ping(webhook)
    this.outbox.trigger()
    return delivery
  }

  /** Whether the configuration lets webhooks reach private addresses. */
  get mayAllowPrivate() {
    return this.config.webhooks.allowPrivateAddresses
  }

  /** Host names are checked when a connection is made; a literal IP address is checked here. */
  #assertAllowed({ url, allowPrivate }: WebhookAttributes, changes: Partial<WebhookAttributes>) {
    if (changes.allowPrivate && !this.mayAllowPrivate) throw new PrivateAddressesForbidden()
    const address = literalAddress(new URL(url))
    const isAllowed = allowPrivate && this.mayAllowPrivate
    if (address && !mayReach(reachOf(address), isAllowed)) throw new AddressNotAllowed([address])
  }
}

/** The admin's description, else the URL's host. */
const nameOf = ({ description, url }: Webhook) => description ?? new URL(url).host
