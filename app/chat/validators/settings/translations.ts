import vine from '#chat/validators/vine'
import { TRANSLATED_FIELDS } from '#chat/models/named_widget_fields'
import { LANGUAGES } from '#chat/texts/languages'
import { text } from '#chat/validators/text'

const texts = () =>
  Object.fromEntries(
    TRANSLATED_FIELDS.map(({ column, max }) => [column, text(max).nullable().optional()])
  )

/** Texts of a widget by language; what is empty or left out is not translated. */
export const translations = () =>
  vine.object(
    Object.fromEntries(LANGUAGES.map((language) => [language, vine.object(texts()).optional()]))
  )
