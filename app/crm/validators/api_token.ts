import vine from '@vinejs/vine'
import { messages } from '#crm/validators/messages'
import { number } from '#crm/validators/number'
import { NAME_LENGTH } from '#crm/services/api_tokens/create_api_token'

/** Days for which a token can be good; `none` for one that never expires. */
export const EXPIRIES = ['30', '90', '365', 'none']
export const DEFAULT_EXPIRY = '90'

/** The form of a new token. `held` are the abilities that its owner can give. */
export const apiTokenValidator = vine.withMetaData<{ held: string[] }>().create({
  name: vine.string().trim().minLength(1).maxLength(NAME_LENGTH),
  expires: vine.enum(EXPIRIES),
  abilities: vine
    .array(vine.enum((field) => field.meta.held as string[]))
    .minLength(1)
    .distinct(),
})

export const apiTokenListValidator = vine.create({
  page: number().min(1).max(100_000).withoutDecimals().nullable().optional(),
})

apiTokenValidator.messagesProvider = messages
