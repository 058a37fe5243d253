import type Widget from '#chat/models/widget'
import { INSIDE, type WidgetField } from '#chat/models/widget_fields/field'

/** What happens when a visitor, or the team, does not answer. */
export const UNANSWERED = {
  mailReplies: {
    kind: 'flag',
    default: true,
    description: 'Whether visitors who left their address get unread replies by email.',
    ...INSIDE,
  },
  pushReplies: {
    kind: 'flag',
    default: false,
    description:
      'Whether visitors can have replies pushed to their browser; the website hosts `/crm-chat-push.js` for it.',
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
} as const satisfies Partial<Record<keyof Widget, WidgetField>>
