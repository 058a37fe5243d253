import vine, { SimpleMessagesProvider } from '@vinejs/vine'
import { text } from '#chat/validators/text'
import { content } from '#chat/validators/widget/fields'

/** A canned response's form. The placeholders in its content are the service's to judge. */
export const cannedValidator = vine.create({
  shortcut: vine
    .string()
    .trim()
    .toLowerCase()
    .maxLength(32)
    .regex(/^[a-z0-9][a-z0-9_-]*$/),
  title: text(120),
  content: content(),
})

cannedValidator.messagesProvider = new SimpleMessagesProvider(
  {
    required: '{{ field }} is required',
    string: '{{ field }} must be a text',
    minLength: '{{ field }} is required',
    maxLength: '{{ field }} must not be longer than {{ max }} characters',
    regex: '{{ field }} may hold letters, digits, - and _, such as refund-policy',
  },
  { shortcut: 'The shortcut', title: 'The title', content: 'The text' }
)
