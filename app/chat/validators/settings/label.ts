import vine, { SimpleMessagesProvider } from '@vinejs/vine'

/** Text as it is stored: without null bytes, halves of characters and spaces around and between. */
const cleaned = (value: unknown) =>
  typeof value === 'string'
    ? value.replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').trim()
    : value

export const labelName = () => vine.string().parse(cleaned).minLength(1).maxLength(40)

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
