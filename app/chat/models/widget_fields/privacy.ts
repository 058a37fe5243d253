import type Widget from '#chat/models/widget'
import { FRAME, INSIDE, type WidgetField } from '#chat/models/widget_fields/field'

/** What is stored of visitors, for how long, and what they agree to. */
export const PRIVACY = {
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
} as const satisfies Partial<Record<keyof Widget, WidgetField>>
