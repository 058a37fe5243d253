import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/define_config'
import Webhook from '#chat/models/webhook'
import type WebhookDelivery from '#chat/models/webhook_delivery'
import { literalAddress, mayReach, reachOf } from '#chat/services/webhooks/addresses'
import { recordOf, type AuditLog } from '#chat/services/audit/audit_log'
import { DeliveryLog } from '#chat/services/webhooks/delivery_log'
import { Outbox } from '#chat/services/webhooks/outbox'
import { CHANGE_OVER_HOURS, mintSecret } from '#chat/services/webhooks/secrets'
import { Subscriptions } from '#chat/services/webhooks/subscriptions'
import {
  AddressNotAllowed,
  PrivateAddressesForbidden,
  TooManyWebhooks,
  WebhookPaused,
} from '#chat/exceptions/chat_errors'

export type WebhookAttributes = Pick<
  Webhook,
  'url' | 'description' | 'events' | 'includeNotes' | 'allowPrivate' | 'isActive'
>

/** A webhook with its secret, which is told this once. */
export interface WithSecret {
  webhook: Webhook
  secret: string
}

/** More addresses than any team will want told; each costs every message a row. */
export const MAX_WEBHOOKS = 20

/** Addresses outside that are told what happens in the chat, by signed requests (Z3). */
export class Webhooks {
  /** Which webhooks want what. */
  readonly subscriptions = new Subscriptions()

  /** What they are owed. */
  readonly outbox = new Outbox(this.subscriptions)

  /** What they were told. */
  readonly log = new DeliveryLog(this.outbox)

  constructor(
    protected config: ChatConfig,
    protected audit: AuditLog
  ) {}

  /** The tenant's, in the order in which they were made. */
  list(tenantId: string): Promise<Webhook[]> {
    return Webhook.query()
      .where('tenant_id', tenantId)
      .orderBy('id')
      .limit(MAX_WEBHOOKS * 2)
  }

  /** @throws E_ROW_NOT_FOUND (404) when the tenant has no such webhook */
  find(tenantId: string, externalId: string): Promise<Webhook> {
    return Webhook.query().where({ tenant_id: tenantId, external_id: externalId }).firstOrFail()
  }

  /**
   * Makes a webhook and its secret.
   *
   * @throws AddressNotAllowed when its address lies where it may not reach
   * @throws PrivateAddressesForbidden when that is what the configuration says
   * @throws TooManyWebhooks
   */
  async create(
    tenantId: string,
    attributes: WebhookAttributes,
    userId: string | null
  ): Promise<WithSecret> {
    this.#demand(attributes, attributes)
    const others = await this.list(tenantId)
    if (others.length >= MAX_WEBHOOKS) throw new TooManyWebhooks([`${MAX_WEBHOOKS} webhooks`])
    const { secret, sealed, hint } = mintSecret()
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
    this.subscriptions.forget()
    return { webhook, secret }
  }

  /**
   * Changes a webhook. Paused, it is told nothing and keeps what it was owed until it goes on.
   *
   * @throws AddressNotAllowed when its address lies where it may not reach
   * @throws PrivateAddressesForbidden when that is what the configuration says
   */
  async update(webhook: Webhook, changes: Partial<WebhookAttributes>, userId: string | null) {
    webhook.merge(changes)
    this.#demand(webhook, changes)
    const isOther = webhook.$dirty.url !== undefined || webhook.$dirty.isActive === true
    if (isOther) webhook.failingSince = null
    if (webhook.isActive) webhook.stoppedBecause = null
    webhook.merge({ userUpdatedId: userId, updatedAt: DateTime.utc() })
    await this.audit.change(
      webhook,
      'save',
      recordOf(webhook, nameOf(webhook), 'webhook.updated', userId)
    )
    this.#changed()
    return webhook
  }

  /** A new secret; deliveries carry the old one's signature as well for a day. */
  async rotateSecret(webhook: Webhook, userId: string | null): Promise<WithSecret> {
    const { secret, sealed, hint } = mintSecret()
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

  /** Removes a webhook with all that it was told or owed. */
  async remove(webhook: Webhook, userId: string | null = null): Promise<void> {
    await this.audit.change(
      webhook,
      'delete',
      recordOf(webhook, nameOf(webhook), 'webhook.deleted', userId)
    )
    this.subscriptions.forget()
    await this.log.clear(webhook)
  }

  /**
   * Sends a `ping`, which shows in the log like all else.
   *
   * @throws WebhookPaused
   */
  async test(webhook: Webhook): Promise<WebhookDelivery> {
    if (!webhook.isActive) throw new WebhookPaused()
    const delivery = await this.outbox.ping(webhook)
    this.#changed()
    return delivery
  }

  /** What the configuration forbids, no webhook is allowed. */
  get mayAllowPrivate() {
    return this.config.webhooks.allowPrivateAddresses
  }

  /** Names are looked up when a connection is made; an address is known to be wrong right away. */
  #demand({ url, allowPrivate }: WebhookAttributes, changes: Partial<WebhookAttributes>) {
    if (changes.allowPrivate && !this.mayAllowPrivate) throw new PrivateAddressesForbidden()
    const address = literalAddress(new URL(url))
    const isAllowed = allowPrivate && this.mayAllowPrivate
    if (address && !mayReach(reachOf(address), isAllowed)) throw new AddressNotAllowed([address])
  }

  #changed() {
    this.subscriptions.forget()
    this.outbox.wake()
  }
}

/** What an admin calls it, else where it goes. */
const nameOf = ({ description, url }: Webhook) => description ?? new URL(url).host
