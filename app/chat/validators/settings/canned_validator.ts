import vine from '#chat/validators/vine'
import { TextMessages } from '#chat/validators/text_messages'
import { text } from '#chat/validators/text'
import { content } from '#chat/validators/widget/fields'
import { text as chatText } from '#chat/texts/text'

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

cannedValidator.messagesProvider = new TextMessages(
  () => ({ regex: chatText('validation.shortcut') }),
  () => ({
    shortcut: chatText('validation.fields.shortcut'),
    content: chatText('validation.fields.content'),
  })
)
