import vine, { SimpleMessagesProvider } from '@vinejs/vine'
import { cleaned } from '#chat/validators/text'

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

labelValidator.messagesProvider = new SimpleMessagesProvider(
  {
    'required': 'Please give it a {{ field }}',
    'minLength': 'Please give it a {{ field }}',
    'maxLength': 'The {{ field }} has at most {{ max }} characters',
    'color.regex': 'A colour looks like #2563eb',
  },
  { color: 'colour' }
)
