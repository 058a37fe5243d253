import vine from '@vinejs/vine'
import { LAUNCHER_ICONS, WIDGET_POSITIONS, WIDGET_THEMES } from '#chat/models/widget'
import { isNamed } from '#chat/validators/api/named'
import { text } from '#chat/validators/text'
import { httpsUrl, timeZone, websites } from '#chat/validators/settings/rules'
import { clockTime } from '#chat/validators/settings/opening_hours'

const colour = () => vine.string().regex(/^#[0-9a-fA-F]{6}$/)
const pixels = (from: number, to: number) =>
  vine.number({ strict: true }).withoutDecimals().range([from, to])
const yesNo = () => vine.boolean({ strict: true }).optional().requiredWhen(isNamed)

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

const FIELDS = {
  is_active: yesNo(),
  primary_color: colour().optional().requiredWhen(isNamed),
  text_color: colour().optional().requiredWhen(isNamed),
  position: vine.enum(WIDGET_POSITIONS).optional().requiredWhen(isNamed),
  border_radius: pixels(0, 32).optional().requiredWhen(isNamed),
  launcher_size: pixels(40, 80).optional().requiredWhen(isNamed),
  launcher_icon: vine.enum(LAUNCHER_ICONS).optional().requiredWhen(isNamed),
  logo_url: vine.string().trim().maxLength(1024).use(httpsUrl()).nullable().optional(),
  theme: vine.enum(WIDGET_THEMES).optional().requiredWhen(isNamed),
  welcome_title: text(120).optional().requiredWhen(isNamed),
  welcome_message: text(1000).optional().requiredWhen(isNamed),
  input_placeholder: text(120).optional().requiredWhen(isNamed),
  offline_message: text(1000).optional().requiredWhen(isNamed),
  handler_type: vine.enum(['agent']).optional().requiredWhen(isNamed),
  collect_name: yesNo(),
  collect_email: yesNo(),
  contact_required: yesNo(),
  show_branding: yesNo(),
  sound_enabled: yesNo(),
  track_visitors: yesNo(),
  allowed_domains: vine.any().use(websites()).use(domainList()).optional().requiredWhen(isNamed),
  business_hours: businessHours().nullable().optional(),
}

/** What a new widget is to be; what is left out is as in a new form. */
export const newWidgetValidator = vine.create({ name: text(120), ...FIELDS })

/** What is to change about a widget; what is left out stays. */
export const widgetChangesValidator = vine.create({
  name: text(120).optional().requiredWhen(isNamed),
  ...FIELDS,
})
