import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcTimestamp } from '#chat/models/columns'
import { TenantModel } from '#chat/models/tenant_model'

/** What verifies a website's identity tokens: a shared secret, a public key, or the address of a set of keys. */
export const IDENTITY_KEY_KINDS = ['secret', 'public_key', 'key_set'] as const
/** The kind of an identity key. */
export type IdentityKeyKind = (typeof IDENTITY_KEY_KINDS)[number]

/** A key with which a website verifies its visitors (V6). */
export default class IdentityKey extends TenantModel {
  static get table() {
    return chatTable('identity_keys')
  }

  @column()
  declare widgetId: number

  @column()
  declare kind: IdentityKeyKind

  /** A secret, encrypted with the application's key; a public key as PEM; the https address of a JWKS. */
  @column({ serializeAs: null })
  declare value: string

  /** What people recognise it by: the end of a secret, the kind of a public key, the address of a key set. */
  @column()
  declare hint: string

  @column(utcTimestamp)
  declare createdAt: DateTime
}
