import vine, { SimpleMessagesProvider } from '@vinejs/vine'
import { text } from '#chat/validators/text'
import { websitesOfAddress } from '#chat/services/setup/setup_path'

/** The address of a website as people paste it becomes the websites that it stands for. */
const websiteAddress = vine.createRule(function websiteAddressRule(
  value,
  _options: undefined,
  field
) {
  if (!field.isValid) return
  const websites = websitesOfAddress(value as string)
  if (!websites) return field.report('This is not the address of a website', 'website', field)
  field.mutate(websites, field)
})

const MESSAGES = new SimpleMessagesProvider({
  required: 'Please fill this in',
  minLength: 'Please fill this in',
  maxLength: 'This is too long',
})

export const firstWidgetValidator = vine.create({ name: text(120) })

export const websiteValidator = vine.create({
  address: text(2048)
    .use(websiteAddress())
    .transform((websites: unknown) => websites as string[]),
})

firstWidgetValidator.messagesProvider = MESSAGES
websiteValidator.messagesProvider = MESSAGES
