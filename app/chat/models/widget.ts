import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { jsonDocument, utcTimestamp, booleanFlag } from '#chat/models/columns'
import { AuthoredModel } from '#chat/models/authored_model'
import type { FileFamily } from '#chat/services/attachments/file_families'
import type {
  BusinessHours,
  LauncherIcon,
  WidgetPosition,
  WidgetTheme,
  WidgetTranslations,
} from '#chat/models/widget_values'

/** A chat widget, embedded in a website by its public key. */
export default class Widget extends AuthoredModel {
  static get table() {
    return chatTable('widgets')
  }

  @column()
  declare publicKey: string

  @column()
  declare name: string

  @column(booleanFlag)
  declare isActive: boolean

  @column()
  declare handlerType: 'agent' | 'ai_bot' | 'workflow'

  @column()
  declare primaryColor: string

  @column()
  declare textColor: string

  @column()
  declare position: WidgetPosition

  @column()
  declare borderRadius: number

  @column()
  declare launcherSize: number

  @column()
  declare launcherIcon: LauncherIcon

  @column()
  declare logoUrl: string | null

  @column()
  declare theme: WidgetTheme

  @column()
  declare welcomeTitle: string

  @column()
  declare welcomeMessage: string

  @column()
  declare inputPlaceholder: string

  @column()
  declare offlineMessage: string

  /** A language of the chat, or `auto`. */
  @column()
  declare language: string

  @column(jsonDocument)
  declare translations: WidgetTranslations | null

  @column(booleanFlag)
  declare collectName: boolean

  @column(booleanFlag)
  declare collectEmail: boolean

  @column(booleanFlag)
  declare contactRequired: boolean

  @column(booleanFlag)
  declare showBranding: boolean

  @column(booleanFlag)
  declare soundEnabled: boolean

  /** Whether visitors are asked for a rating when a conversation has ended (W14). */
  @column(booleanFlag)
  declare askRating: boolean

  /** Whether visitors get unread replies by email (N1). */
  @column(booleanFlag)
  declare mailReplies: boolean

  /** Whether visitors can have replies pushed to their browser, where the website hosts the worker for it. */
  @column(booleanFlag)
  declare pushReplies: boolean

  /** Minutes after which an unanswered conversation counts as missed (N4); null never. */
  @column()
  declare missedAfterMinutes: number | null

  /** Where an email about each missed conversation goes; null sends none. */
  @column()
  declare teamEmail: string | null

  /** Hours without an answer of the visitor after which they get one follow-up (N5); null sends none. */
  @column()
  declare followUpAfterHours: number | null

  /** The follow-up; null for the chat's own text. */
  @column()
  declare followUpText: string | null

  /** Hours after the follow-up, or the last reply, after which the conversation is resolved; null leaves it open. */
  @column()
  declare resolveAfterHours: number | null

  /** Whether contact details that visitors write are saved where there are none (V7); else they are offered to the agent. */
  @column(booleanFlag)
  declare mergeContacts: boolean

  /** What visitors agree to before anything is stored (W16); null asks for no consent. */
  @column()
  declare consentText: string | null

  @column()
  declare consentLink: string | null

  /** Visitors who have agreed to another version are asked again. */
  @column()
  declare consentVersion: string

  /** Days after its end that a conversation is kept (A6); null keeps it. */
  @column()
  declare retentionDays: number | null

  /** Whether visitors can send files (W19); agents always can. */
  @column(booleanFlag)
  declare acceptsFiles: boolean

  @column()
  declare maxFileMegabytes: number

  @column(jsonDocument)
  declare fileTypes: FileFamily[]

  /** Early tracking (W16): pages are recorded before the visitor opens the chat. */
  @column(booleanFlag)
  declare trackVisitors: boolean

  /** Origins or bare domains; empty means every website. */
  @column(jsonDocument)
  declare allowedOrigins: string[]

  @column(jsonDocument)
  declare businessHours: BusinessHours | null

  /** The tenant, on the widget of the support chat in the host's own pages; null on those of websites. */
  @column({ serializeAs: null })
  declare supportKey: string | null

  /** When and on which website it was first loaded; `services/widgets/setup` decides whether that still counts. */
  @column(utcTimestamp)
  declare firstSeenAt: DateTime | null

  @column()
  declare firstSeenOrigin: string | null

  /** When and by which website without permission it was last loaded, before its first visit. */
  @column(utcTimestamp)
  declare refusedAt: DateTime | null

  @column()
  declare refusedOrigin: string | null

  @column(utcTimestamp)
  declare deletedAt: DateTime | null

  /** Whether it is the support chat of the host's own pages. */
  get isInApp() {
    return Boolean(this.supportKey)
  }
}
