import type Widget from '#chat/models/widget'
import { APPEARANCE } from '#chat/models/widget_fields/appearance'
import { CHATTING } from '#chat/models/widget_fields/chatting'
import { PRIVACY } from '#chat/models/widget_fields/privacy'
import { TEXTS } from '#chat/models/widget_fields/texts'
import { UNANSWERED } from '#chat/models/widget_fields/unanswered'
import { INSIDE, type WidgetField } from '#chat/models/widget_fields/field'

/**
 * Every setting of a widget, by its attribute: the form with its errors, both validators, the REST shape, the OpenAPI
 * document and the frame's settings derive from this list. The order is that of REST.
 */
export const WIDGET_FIELDS = {
  name: { kind: 'text', max: 120, ...INSIDE },
  isActive: { kind: 'flag', default: true, ...INSIDE },
  ...APPEARANCE,
  ...TEXTS,
  ...CHATTING,
  ...UNANSWERED,
  ...PRIVACY,
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
