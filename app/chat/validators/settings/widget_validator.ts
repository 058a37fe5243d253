import vine, { SimpleMessagesProvider } from '@vinejs/vine'
import { number } from '#chat/validators/number'
import { text } from '#chat/validators/text'
import { LAUNCHER_ICONS, WIDGET_POSITIONS, WIDGET_THEMES } from '#chat/models/widget'
import { httpsUrl, websites } from '#chat/validators/settings/rules'
import { openingHours } from '#chat/validators/settings/opening_hours'
import { FIELD_NAMES, MESSAGES } from '#chat/validators/settings/widget_messages'

const colour = () =>
  vine
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/)
const pixels = (from: number, to: number) => number().withoutDecimals().range([from, to])
const yesNo = () => vine.boolean().optional()

/** A widget's whole form. A box that is not ticked does not come with it. */
export const widgetValidator = vine.create({
  name: text(120),
  is_active: yesNo(),
  primary_color: colour(),
  text_color: colour(),
  position: vine.enum(WIDGET_POSITIONS),
  border_radius: pixels(0, 32),
  launcher_size: pixels(40, 80),
  launcher_icon: vine.enum(LAUNCHER_ICONS),
  logo_url: vine.string().trim().maxLength(1024).use(httpsUrl()).optional(),
  theme: vine.enum(WIDGET_THEMES),
  welcome_title: text(120),
  welcome_message: text(1000),
  input_placeholder: text(120),
  offline_message: text(1000),
  collect_name: yesNo(),
  collect_email: yesNo(),
  contact_required: yesNo(),
  show_branding: yesNo(),
  sound_enabled: yesNo(),
  ask_rating: yesNo(),
  track_visitors: yesNo(),
  allowed_origins: vine.any().use(websites()).optional(),
  business_hours: openingHours.optional(),
})

widgetValidator.messagesProvider = new SimpleMessagesProvider(MESSAGES, FIELD_NAMES)
