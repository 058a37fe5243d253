import vine from '#chat/validators/vine'
import { LANGUAGES } from '#chat/texts/languages'
import { WIDGET_POSITIONS } from '#chat/models/widget_values'
import { personName } from '#chat/validators/widget/fields'

/** What a website shows in its own way, in place of the widget's settings. */
export const lookValidator = vine.create({
  primary_color: vine
    .string()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  position: vine.enum(WIDGET_POSITIONS).optional(),
  company_name: personName().optional(),
  language: vine.enum(LANGUAGES).optional(),
})
