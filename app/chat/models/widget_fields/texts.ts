import type Widget from '#chat/models/widget'
import { FRAME, INSIDE, type WidgetField } from '#chat/models/widget_fields/field'
import { LANGUAGES } from '#chat/texts/languages'
import { text } from '#chat/texts/text'

/** What visitors read, and in which language. */
export const TEXTS = {
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
} as const satisfies Partial<Record<keyof Widget, WidgetField>>
