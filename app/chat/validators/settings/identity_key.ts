import vine from '#chat/validators/vine'
import { cleaned } from '#chat/validators/text'
import { TextMessages } from '#chat/validators/text_messages'
import { text } from '#chat/texts/text'

/** A pasted public key, or the address of a key set: one of the two. */
export const identityKeyValidator = vine.create({
  public_key: vine.string().parse(cleaned).maxLength(8192).optional(),
  key_set: vine
    .string()
    .parse(cleaned)
    .maxLength(255)
    .optional()
    .requiredWhen((field) => !(field.parent as { public_key?: unknown }).public_key),
})

identityKeyValidator.messagesProvider = new TextMessages(
  () => ({ 'key_set.required': text('identity.add.missing') }),
  () => ({ public_key: text('identity.add.public_key'), key_set: text('identity.add.key_set') })
)
