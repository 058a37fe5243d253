import vine from '#chat/validators/vine'
import type { SchemaTypes } from '@vinejs/vine/types'
import { NAMED_WIDGET_FIELDS } from '#chat/models/named_widget_fields'
import { WIDGET_FIELDS } from '#chat/models/widget_fields'
import type { WidgetField } from '#chat/models/widget_fields/field'
import { isNamed } from '#chat/validators/api/named'
import { text } from '#chat/validators/text'
import { email } from '#chat/validators/widget/fields'
import { httpsUrl, timeZone, websites } from '#chat/validators/settings/rules'
import { translations } from '#chat/validators/settings/translations'
import { clockTime } from '#chat/validators/settings/opening_hours'

/** Describes a list of texts, which the rule itself checks and brings into form. */
const domainList = vine.createRule(() => {}, {
  toJSONSchema: (schema) => {
    delete schema.anyOf
    Object.assign(schema, { type: 'array', items: { type: 'string' }, maxItems: 100 })
  },
})

const day = () =>
  vine.object({
    enabled: vine.boolean({ strict: true }),
    start: clockTime(),
    end: clockTime(),
  })

const businessHours = () =>
  vine.object({
    timezone: vine.string().trim().maxLength(64).use(timeZone()),
    monday: day().optional(),
    tuesday: day().optional(),
    wednesday: day().optional(),
    thursday: day().optional(),
    friday: day().optional(),
    saturday: day().optional(),
    sunday: day().optional(),
  })

/** A field as programs send it; the caller says whether it may be left out. */
function inBody(field: WidgetField) {
  switch (field.kind) {
    case 'text':
    case 'optionalText':
      return text(field.max)
    case 'flag':
      return vine.boolean({ strict: true })
    case 'colour':
      return vine
        .string()
        .regex(/^#[0-9a-fA-F]{6}$/)
        .transform((value) => value.toLowerCase())
    case 'pixels':
    case 'megabytes':
    case 'optionalNumber':
      return vine.number({ strict: true }).withoutDecimals().range([field.from, field.to])
    case 'choice':
      return vine.enum(field.values)
    case 'choices':
      return vine.array(vine.enum(field.values)).distinct()
    case 'address':
      return vine.string().trim().maxLength(1024).use(httpsUrl())
    case 'email':
      return email()
    case 'websites':
      return vine.any().use(websites()).use(domainList())
    case 'hours':
      return businessHours()
    case 'translations':
      return translations()
  }
}

/** Null is a value of those that may be without one; else a field that is named has to have one. */
function leftOutOrGiven(field: WidgetField): SchemaTypes {
  const type = inBody(field)
  const isNullable = field.default === null
  return isNullable ? type.nullable().optional() : type.optional().requiredWhen(isNamed)
}

const FIELDS = {
  ...Object.fromEntries(NAMED_WIDGET_FIELDS.map(({ api, field }) => [api, leftOutOrGiven(field)])),
  handler_type: vine.enum(['agent']).optional().requiredWhen(isNamed),
}

/** A new widget; omitted fields get the defaults of the form. */
export const newWidgetValidator = vine.create({ ...FIELDS, name: inBody(WIDGET_FIELDS.name) })

/** Changes of a widget; omitted fields stay. */
export const widgetChangesValidator = vine.create(FIELDS)
