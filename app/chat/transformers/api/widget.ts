import type Widget from '#chat/models/widget'
import { WEEKDAYS } from '#chat/models/widget_values'
import {
  NAMED_WIDGET_FIELDS,
  TRANSLATED_FIELDS,
  type NamedWidgetField,
} from '#chat/models/named_widget_fields'
import { LANGUAGES } from '#chat/texts/languages'
import type { Fields } from '#chat/transformers/api/fields'
import type { Field } from '#chat/transformers/api/shape'
import { shape } from '#chat/transformers/api/fields'

const TIME = { type: 'string', description: 'HH:mm in the time zone of the widget' }

const DAY = {
  type: 'object',
  properties: { enabled: { type: 'boolean' }, start: TIME, end: TIME },
  required: ['enabled'],
  additionalProperties: false,
}

const BUSINESS_HOURS = {
  properties: {
    timezone: { type: 'string', description: 'IANA name' },
    ...Object.fromEntries(WEEKDAYS.map((day) => [day, DAY])),
  },
  required: ['timezone', ...WEEKDAYS],
  additionalProperties: false,
}

const TRANSLATED_TEXTS = {
  type: 'object',
  properties: Object.fromEntries(
    TRANSLATED_FIELDS.map(({ column }) => [column, { type: 'string' }])
  ),
  additionalProperties: false,
}

const TRANSLATIONS = {
  properties: Object.fromEntries(LANGUAGES.map((language) => [language, TRANSLATED_TEXTS])),
  additionalProperties: false,
}

/** A field of the list as the API shows it. */
function shown(make: Fields<Widget>, { attribute, field }: NamedWidgetField): Field<Widget> {
  const read = (widget: Widget): any => widget[attribute]
  const { description } = field
  switch (field.kind) {
    case 'flag':
      return make.boolean(read, description)
    case 'pixels':
    case 'megabytes':
      return make.integer(read, description)
    case 'optionalNumber':
      return make.orNull.integer(read, description)
    case 'choice':
      return make.choice(field.values, read, description)
    case 'choices':
    case 'websites':
      return make.texts(read, description)
    case 'hours':
      return make.orNull.object(read, BUSINESS_HOURS, description)
    case 'translations':
      return make.orNull.object(read, TRANSLATIONS, description)
    case 'address':
    case 'email':
    case 'optionalText':
      return make.orNull.text(read, description)
    default:
      return make.text(read, description)
  }
}

/** A widget as the API shows it. */
export const widgetShape = shape<Widget>('Widget', 'A chat widget of a website.', (field) => ({
  id: field.integer((widget) => widget.id),
  uuid: field.uuid((widget) => widget.externalId),
  token: field.text((widget) => widget.publicKey, 'The public key that websites embed.'),
  ...Object.fromEntries(NAMED_WIDGET_FIELDS.map((named) => [named.api, shown(field, named)])),
  handler_type: field.choice(['agent', 'ai_bot', 'workflow'], (widget) => widget.handlerType),
  handler_id: field.orNull.integer(() => null, 'What answers when it is not an agent.'),
  created_at: field.timestamp((widget) => widget.createdAt),
  updated_at: field.timestamp((widget) => widget.updatedAt),
}))

export interface EmbedCode {
  snippet: string
  policy: string
  origin: string
}

/** What goes into the website. */
export const embedCodeShape = shape<EmbedCode>(
  'EmbedCode',
  'The line that goes into a website.',
  (field) => ({
    embed_code: field.text(({ snippet }) => snippet, 'One script element.'),
    content_security_policy: field.text(
      ({ policy }) => policy,
      'What a website with such a policy has to allow.'
    ),
    origin: field.text(({ origin }) => origin),
  })
)
