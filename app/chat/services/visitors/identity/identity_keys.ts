import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import IdentityKey, { type IdentityKeyKind } from '#chat/models/identity_key'
import type Widget from '#chat/models/widget'
import { IdentityKeyNotFound, KeySetAddressRefused } from '#chat/exceptions/chat_errors'
import { recordOf, type AuditAction, type AuditLog } from '#chat/services/audit/audit_log'
import { readPublicKey } from '#chat/services/visitors/identity/public_keys'
import { literalAddress, mayReach, reachOf } from '#chat/services/webhooks/addresses'
import { mintSecret, openSecret } from '#chat/support/sealed_secret'

const PURPOSE = 'chat.identity.secret'

/** So many keys of a kind are good at the same time, so that a server can switch over. */
export const LIVE_KEYS = 2

/** The secret of a key, in clear text; null when the application's key has changed since it was made. */
export const secretOf = ({ value }: IdentityKey) => openSecret(value, PURPOSE)

/** The keys with which a widget's websites verify their visitors (V6). */
export class IdentityKeys {
  constructor(
    protected audit: AuditLog,
    protected allowPrivate: boolean
  ) {}

  /** The newest first. */
  list({ id }: Widget): Promise<IdentityKey[]> {
    return IdentityKey.query().where('widget_id', id).orderBy('id', 'desc')
  }

  /** Makes a secret, which is returned this once. */
  async createSecret(widget: Widget, userId: string | null) {
    const { secret, sealed: value, hint } = mintSecret('idsec', PURPOSE)
    const key = await this.#add(widget, { kind: 'secret', value, hint }, userId)
    return { key, secret }
  }

  /** Adds a public key in PEM format. @throws PublicKeyInvalid, PublicKeyIsPrivate */
  addPublicKey(widget: Widget, pasted: string, userId: string | null) {
    const { pem, algorithm } = readPublicKey(pasted)
    return this.#add(widget, { kind: 'public_key', value: pem, hint: algorithm }, userId)
  }

  /** Adds the address of a key set. @throws KeySetAddressRefused unless it is https and public */
  addKeySet(widget: Widget, address: string, userId: string | null) {
    const url = URL.parse(address)
    const isHttp = url?.protocol === 'https:' || (this.allowPrivate && url?.protocol === 'http:')
    const literal = url && literalAddress(url)
    const isReachable = !literal || mayReach(reachOf(literal), this.allowPrivate)
    if (!url || !isHttp || !isReachable || url.username || url.href.length > 255) {
      throw new KeySetAddressRefused()
    }
    return this.#add(widget, { kind: 'key_set', value: url.href, hint: url.href }, userId)
  }

  /** Tokens signed with it are refused from now on. @throws IdentityKeyNotFound */
  async remove(widget: Widget, externalId: string, userId: string | null): Promise<void> {
    const known = { widget_id: widget.id, external_id: externalId }
    const key = await IdentityKey.query().where(known).first()
    if (!key) throw new IdentityKeyNotFound()
    await this.audit.change(key, 'delete', entryOf(widget, 'widget.identity_key_removed', userId))
  }

  /** The key before it stays good until it is removed; the one before that ends. */
  async #add(
    widget: Widget,
    added: { kind: IdentityKeyKind; value: string; hint: string },
    userId: string | null
  ): Promise<IdentityKey> {
    const { id: widgetId, tenantId } = widget
    const createdAt = DateTime.utc()
    const row = { ...added, externalId: randomUUID(), tenantId, widgetId, createdAt }
    const entry = entryOf(widget, 'widget.identity_key_added', userId)
    const key = await this.audit.change(new IdentityKey().fill(row), 'save', entry)
    const all = await this.list(widget)
    const ofKind = all.filter(({ kind }) => kind === added.kind)
    for (const old of ofKind.slice(LIVE_KEYS)) await old.delete()
    return key
  }
}

const entryOf = (widget: Widget, action: AuditAction, userId: string | null) =>
  recordOf(widget, widget.name, action, userId)
