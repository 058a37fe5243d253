import vine from '#chat/validators/vine'
import { TextMessages } from '#chat/validators/text_messages'
import { text } from '#chat/validators/text'
import { websitesOfAddress } from '#chat/services/widgets/setup/setup_path'
import { text as chatText } from '#chat/texts/text'

/** The address of a website as people paste it becomes the websites that it stands for. */
const websiteAddress = vine.createRule(function websiteAddressRule(
  value,
  _options: undefined,
  field
) {
  if (!field.isValid) return
  const websites = websitesOfAddress(value as string)
  if (!websites) return field.report(chatText('validation.website_address'), 'website', field)
  field.mutate(websites, field)
})

const MESSAGES = new TextMessages(() => ({
  required: chatText('validation.missing'),
  minLength: chatText('validation.missing'),
  maxLength: chatText('validation.long'),
}))

export const firstWidgetValidator = vine.create({ name: text(120) })

export const websiteValidator = vine.create({
  address: text(2048)
    .use(websiteAddress())
    .transform((websites: unknown) => websites as string[]),
})

firstWidgetValidator.messagesProvider = MESSAGES
websiteValidator.messagesProvider = MESSAGES
