import vine from '#chat/validators/vine'
import { TextMessages } from '#chat/validators/text_messages'
import { cleaned } from '#chat/validators/text'
import { text } from '#chat/texts/text'

/** A name in one line, with single spaces. */
const inOneLine = (value: unknown) =>
  cleaned(typeof value === 'string' ? value.replace(/\s+/g, ' ') : value)

export const labelName = () => vine.string().parse(inOneLine).minLength(1).maxLength(40)

export const labelColor = () =>
  vine
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/)

export const labelValidator = vine.create({ name: labelName(), color: labelColor() })

labelValidator.messagesProvider = new TextMessages(
  () => ({
    'name.required': text('validation.label.name'),
    'name.minLength': text('validation.label.name'),
    'color.required': text('validation.label.colour'),
    'color.regex': text('validation.label.colour'),
  }),
  () => ({ color: text('validation.fields.colour') })
)
