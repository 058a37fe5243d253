import vine from '#chat/validators/vine'
import { TextMessages } from '#chat/validators/text_messages'
import type { SchemaTypes } from '@vinejs/vine/types'
import { NAMED_WIDGET_FIELDS } from '#chat/models/named_widget_fields'
import type { WidgetField } from '#chat/models/widget_fields/field'
import { number } from '#chat/validators/number'
import { text } from '#chat/validators/text'
import { httpsUrl, websites } from '#chat/validators/settings/rules'
import { email } from '#chat/validators/widget/fields'
import { openingHours } from '#chat/validators/settings/opening_hours'
import { translations } from '#chat/validators/settings/translations'
import { widgetFieldNames, widgetMessages } from '#chat/validators/settings/widget_messages'

/** A form sends a single ticked box as a text. */
const asList = (value: unknown) => (typeof value === 'string' ? [value] : value)

/** A field as the form sends it. A box that is not ticked does not come with it. */
function inForm(field: WidgetField): SchemaTypes {
  switch (field.kind) {
    case 'text':
      return text(field.max)
    case 'optionalText':
      return text(field.max).optional()
    case 'flag':
      return vine.boolean().optional()
    case 'colour':
      return vine
        .string()
        .trim()
        .toLowerCase()
        .regex(/^#[0-9a-f]{6}$/)
    case 'pixels':
    case 'megabytes':
      return number().withoutDecimals().range([field.from, field.to])
    case 'optionalNumber':
      return number().withoutDecimals().range([field.from, field.to]).optional()
    case 'choice':
      return vine.enum(field.values)
    case 'choices':
      return vine.array(vine.enum(field.values)).parse(asList).optional()
    case 'address':
      return vine.string().trim().maxLength(1024).use(httpsUrl()).optional()
    case 'email':
      return email().optional()
    case 'websites':
      return vine.any().use(websites()).optional()
    case 'hours':
      return openingHours.optional()
    case 'translations':
      return translations().optional()
  }
}

/** A widget's whole form. */
export const widgetValidator = vine.create(
  Object.fromEntries(NAMED_WIDGET_FIELDS.map(({ column, field }) => [column, inForm(field)]))
)

widgetValidator.messagesProvider = new TextMessages(widgetMessages, widgetFieldNames)
