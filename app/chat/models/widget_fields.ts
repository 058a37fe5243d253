import type Widget from '#chat/models/widget'
import { LAUNCHER_ICONS, WIDGET_POSITIONS, WIDGET_THEMES } from '#chat/models/widget'
import { FILE_FAMILIES } from '#chat/services/attachments/file_types'
import { LANGUAGES } from '#chat/texts/languages'
import { text } from '#chat/texts/text'

/** The kind of value that a field holds, and its bounds. */
type Kind =
  | { kind: 'text'; max: number }
  /** A text, or null. */
  | { kind: 'optionalText'; max: number }
  | { kind: 'flag' }
  | { kind: 'colour' }
  /** `from` and `to` are in pixels. */
  | { kind: 'pixels'; from: number; to: number }
  | { kind: 'megabytes'; from: number; to: number }
  /** A whole number, or null. */
  | { kind: 'optionalNumber'; from: number; to: number }
  | { kind: 'choice'; values: readonly string[] }
  /** Any of these. */
  | { kind: 'choices'; values: readonly string[] }
  /** An https address, or null. */
  | { kind: 'address' }
  /** An email address, or null. */
  | { kind: 'email' }
  /** Origins and domains; empty for every website. */
  | { kind: 'websites' }
  /** Business hours, or null for always open. */
  | { kind: 'hours' }
  /** Texts in other languages, by language and column; null for none. */
  | { kind: 'translations' }

export type WidgetFieldKind = Kind['kind']

/** One setting of a widget. */
export type WidgetField = Kind & {
  /** Whether the frame on the website receives it: then visitors can read it. */
  inFrame: boolean
  /** The value of a new widget, or what answers it; omitted where an admin has to provide one. */
  default?: unknown
  /** Its name in the REST API and for the frame, where it differs from the column's. */
  api?: string
  frame?: string
  /** Whether visitors read it, each in their own language as far as there is a translation. */
  isTranslated?: true
  /** Its description in the OpenAPI document. */
  description?: string
}

const FRAME = { inFrame: true } as const
const INSIDE = { inFrame: false } as const

/**
 * Every setting of a widget, by its attribute: the form with its errors, both validators, the REST shape, the OpenAPI
 * document and the frame's settings derive from this list.
 */
export const WIDGET_FIELDS = {
  name: { kind: 'text', max: 120, ...INSIDE },
  isActive: { kind: 'flag', default: true, ...INSIDE },
  primaryColor: { kind: 'colour', default: '#2563eb', ...FRAME },
  textColor: { kind: 'colour', default: '#ffffff', ...FRAME },
  position: {
    kind: 'choice',
    values: WIDGET_POSITIONS,
    default: 'bottom-right',
    ...FRAME,
  },
  borderRadius: {
    kind: 'pixels',
    from: 0,
    to: 32,
    default: 12,
    ...FRAME,
  },
  launcherSize: {
    kind: 'pixels',
    from: 40,
    to: 80,
    default: 60,
    ...FRAME,
  },
  launcherIcon: {
    kind: 'choice',
    values: LAUNCHER_ICONS,
    default: 'chat',
    ...FRAME,
  },
  logoUrl: {
    kind: 'address',
    default: null,
    description: 'The https address of a picture.',
    ...FRAME,
  },
  theme: { kind: 'choice', values: WIDGET_THEMES, default: 'auto', ...FRAME },
  welcomeTitle: {
    kind: 'text',
    max: 120,
    default: () => text('fields.defaults.welcome_title'),
    isTranslated: true,
    ...FRAME,
  },
  welcomeMessage: {
    kind: 'text',
    max: 1000,
    default: () => text('fields.defaults.welcome_message'),
    isTranslated: true,
    ...FRAME,
  },
  inputPlaceholder: {
    kind: 'text',
    max: 120,
    default: () => text('fields.defaults.input_placeholder'),
    isTranslated: true,
    ...FRAME,
  },
  offlineMessage: {
    kind: 'text',
    max: 1000,
    default: () => text('fields.defaults.offline_message'),
    isTranslated: true,
    ...FRAME,
  },
  language: {
    kind: 'choice',
    values: ['auto', ...LANGUAGES],
    default: 'auto',
    description:
      'What visitors read; auto goes by the page around the chat, then by their browser.',
    ...INSIDE,
  },
  translations: {
    kind: 'translations',
    default: null,
    description:
      'Texts for visitors by language; a text that a language lacks is shown as the widget has it.',
    ...INSIDE,
  },
  collectName: { kind: 'flag', default: true, ...FRAME },
  collectEmail: { kind: 'flag', default: true, ...FRAME },
  contactRequired: {
    kind: 'flag',
    default: true,
    description: 'Whether what is asked for before the first message has to be answered.',
    ...FRAME,
  },
  showBranding: { kind: 'flag', default: true, ...FRAME },
  soundEnabled: { kind: 'flag', default: true, ...FRAME },
  askRating: {
    kind: 'flag',
    default: true,
    description: 'Whether visitors are asked for a rating when a conversation has ended.',
    ...FRAME,
  },
  acceptsFiles: {
    kind: 'flag',
    default: true,
    description: 'Whether visitors can send files. Agents always can.',
    ...INSIDE,
  },
  maxFileMegabytes: {
    kind: 'megabytes',
    from: 1,
    to: 50,
    default: 10,
    description: 'The largest file, in megabytes.',
    ...FRAME,
  },
  fileTypes: {
    kind: 'choices',
    values: FILE_FAMILIES,
    default: ['pictures', 'documents'],
    description: 'The kinds of files that visitors and agents can send.',
    ...INSIDE,
  },
  mailReplies: {
    kind: 'flag',
    default: true,
    description: 'Whether visitors who left their address get unread replies by email.',
    ...INSIDE,
  },
  missedAfterMinutes: {
    kind: 'optionalNumber',
    from: 1,
    to: 1440,
    default: 5,
    description:
      'Minutes within business hours after which a conversation that no agent has answered counts as missed, outside of ' +
      'them immediately; null never.',
    ...INSIDE,
  },
  teamEmail: {
    kind: 'email',
    default: null,
    description: 'Where an email about each missed conversation goes; null sends none.',
    ...INSIDE,
  },
  followUpAfterHours: {
    kind: 'optionalNumber',
    from: 1,
    to: 720,
    default: null,
    description:
      'Hours without an answer of the visitor after which they get one follow-up; null sends none.',
    ...INSIDE,
  },
  followUpText: {
    kind: 'optionalText',
    isTranslated: true,
    max: 1000,
    default: null,
    description: 'The follow-up; null for the chat’s own text, in the language of the visitor.',
    ...INSIDE,
  },
  resolveAfterHours: {
    kind: 'optionalNumber',
    from: 1,
    to: 720,
    default: null,
    description:
      'Hours after the follow-up, or after the last reply where there is none, after which a conversation without an answer ' +
      'of the visitor is resolved; null leaves it open.',
    ...INSIDE,
  },
  mergeContacts: {
    kind: 'flag',
    default: false,
    description:
      'Whether email, phone and name that visitors write are saved where there are none; else agents are asked first.',
    ...INSIDE,
  },
  consentText: {
    kind: 'optionalText',
    isTranslated: true,
    max: 1000,
    default: null,
    description:
      'What visitors agree to before the chat stores or sends anything; null asks for no consent.',
    ...FRAME,
  },
  consentLink: {
    kind: 'address',
    default: null,
    description: 'The https address of what the text refers to.',
    ...FRAME,
  },
  consentVersion: {
    kind: 'text',
    max: 40,
    default: '1',
    description: 'Visitors who have agreed to another version are asked again.',
    ...FRAME,
  },
  retentionDays: {
    kind: 'optionalNumber',
    from: 1,
    to: 3650,
    default: null,
    description:
      'Days after its end after which a conversation is deleted; null keeps all. The first deletion is an hour after a change.',
    ...INSIDE,
  },
  trackVisitors: {
    kind: 'flag',
    default: false,
    frame: 'track',
    description: 'Whether pages are recorded before the visitor opens the chat.',
    ...FRAME,
  },
  allowedOrigins: {
    kind: 'websites',
    default: [],
    api: 'allowed_domains',
    description: 'Origins or domains that may carry the widget; empty means every website.',
    ...INSIDE,
  },
  businessHours: {
    kind: 'hours',
    default: null,
    description: 'Null means always open. A day that is left out is closed.',
    ...INSIDE,
  },
} as const satisfies Partial<Record<keyof Widget, WidgetField>>

export type WidgetAttribute = keyof typeof WIDGET_FIELDS
