import { beforeSave, column, belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { booleanFlag, jsonDocument, utcTimestamp } from '#chat/models/columns'
import type DirectLink from '#chat/models/direct_link'
import type VisitorSession from '#chat/models/visitor_session'
import type { VerifiedDetails } from '#chat/models/verified_details'
import Widget from '#chat/models/widget'
import { TenantModel } from '#chat/models/tenant_model'
import type { ContactSources } from '#chat/models/contact_details'
import type { NoticedContacts } from '#chat/models/noticed_contacts'
import { emailKey, phoneKey } from '#chat/models/contact_keys'
import type { Language } from '#chat/texts/languages'
import { houseText } from '#chat/texts/text'

/**
 * A visitor of a website. Name, email and phone are the visitor's claims, verified by their website or not, or an
 * agent's entries; only an agent links the visitor to a person of the CRM (P5).
 */
export default class Visitor extends TenantModel {
  static get table() {
    return chatTable('visitors')
  }

  @column()
  declare widgetId: number

  /** SHA-256 of the token that the visitor's browser holds. */
  @column({ serializeAs: null })
  declare tokenHash: string

  @column(utcTimestamp)
  declare tokenExpiresAt: DateTime

  @column()
  declare name: string | null

  @column()
  declare email: string | null

  @column()
  declare phone: string | null

  /** What an exact search looks the email address up by. */
  @column({ serializeAs: null })
  declare emailKey: string | null

  /** What an exact search looks the phone number up by. */
  @column({ serializeAs: null })
  declare phoneKey: string | null

  /** The details that an agent has entered; null when all are the visitor's claims. */
  @column({ ...jsonDocument, serializeAs: null })
  declare contactSources: ContactSources | null

  /** Contact details found in their messages and not saved yet (V7). */
  @column({ ...jsonDocument, serializeAs: null })
  declare noticed: NoticedContacts | null

  /** The website's own id of a verified visitor (V6); unique per widget. */
  @column()
  declare verifiedId: string | null

  @column(utcTimestamp)
  declare verifiedAt: DateTime | null

  /** What the website has verified. */
  @column({ ...jsonDocument, serializeAs: null })
  declare verifiedDetails: VerifiedDetails | null

  @column()
  declare ipAddress: string | null

  @column()
  declare userAgent: string | null

  @column()
  declare countryCode: string | null

  @column()
  declare referrer: string | null

  @column()
  declare currentPage: string | null

  @column()
  declare currentPageTitle: string | null

  @column()
  declare personId: string | null

  /** Whether they have a browser that gets pushes. */
  @column({ ...booleanFlag, serializeAs: null })
  declare getsPushes: boolean

  /** The version of the widget's text that the visitor has agreed to, and when (W16); null where none was asked for. */
  @column()
  declare consentVersion: string | null

  @column(utcTimestamp)
  declare consentGivenAt: DateTime | null

  /** Since when the chat is closed for them (V8); null otherwise. */
  @column(utcTimestamp)
  declare blockedAt: DateTime | null

  @column(utcTimestamp)
  declare firstSeenAt: DateTime

  @column(utcTimestamp)
  declare lastSeenAt: DateTime

  @column(utcTimestamp)
  declare createdAt: DateTime

  @column(utcTimestamp)
  declare updatedAt: DateTime

  /** The language in which they last read the chat; null before that was asked for. */
  @column()
  declare locale: Language | null

  /** The link by which they came, on a request with its session: it confines them to one conversation. */
  declare link?: DirectLink

  /** The verified browser, on a request with its token. */
  declare session?: VisitorSession

  @belongsTo(() => Widget)
  declare widget: BelongsTo<typeof Widget>

  @beforeSave()
  static keepKeys(visitor: Visitor) {
    const { email, phone } = visitor.$dirty
    if (email !== undefined) visitor.emailKey = emailKey(visitor.email)
    if (phone !== undefined) visitor.phoneKey = phoneKey(visitor.phone)
  }

  /** Whether the visitor of this request's browser is verified at present. */
  get isVerified() {
    return this.session !== undefined && this.session.verifiedUntil.toMillis() > Date.now()
  }

  /** The name shown to agents, also when the visitor gave none. */
  get displayName() {
    return this.name ?? this.email ?? this.anonymousName
  }

  /** The name of an unknown visitor, the same for all who read it. */
  get anonymousName() {
    return houseText('module.anonymous', { id: this.externalId.slice(0, 4) })
  }
}
