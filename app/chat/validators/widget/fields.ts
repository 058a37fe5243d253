import vine from '#chat/validators/vine'
import { cleanMessage, MAX_MESSAGE_LENGTH } from '#chat/services/conversations/message_rules'
import { number } from '#chat/validators/number'
import {
  MAX_REFERRER_LENGTH,
  MAX_TITLE_LENGTH,
  MAX_URL_LENGTH,
  withoutSecrets,
} from '#chat/services/visitors/page_address'
import { oneLine } from '#chat/support/one_line'
import { cleaned } from '#chat/validators/text'

const inOneLine = (value: unknown) => cleaned(typeof value === 'string' ? oneLine(value) : value)

/** Text that is cut rather than refused: a long page title must not lose a message. */
const cutTo = (length: number) => (value: unknown) =>
  cleaned(typeof value === 'string' ? value.slice(0, length) : value)

const asMessage = (value: unknown) => (typeof value === 'string' ? cleanMessage(value) : value)

/** A message, by the rules that the service has for it. */
export const content = () =>
  vine.string().parse(asMessage).minLength(1).maxLength(MAX_MESSAGE_LENGTH)

/** The same, which may be left out beside files. */
export const contentOrFiles = () => content().optional().requiredIfMissing('attachments')

/** An optional note; an empty one counts as omitted. */
export const note = () =>
  vine.string().parse(asMessage).maxLength(MAX_MESSAGE_LENGTH).nullable().optional()

/** In lower case, because databases differ in whether they distinguish case. */
export const clientMessageId = () => vine.string().uuid().toLowerCase()

export const feedback = () => vine.string().parse(cleaned).maxLength(2000)

/** The version of a widget's consent text. */
export const consentVersion = () => vine.string().parse(cleaned).maxLength(40)

export const personName = () => vine.string().parse(inOneLine).maxLength(120)

export const email = () => vine.string().parse(cleaned).maxLength(254).email()

export const phone = () =>
  vine
    .string()
    .parse(cleaned)
    .maxLength(32)
    .regex(/^[+()\d\s./-]{4,32}$/)

/** An address as agents may see it. */
const address = (length: number) => (value: unknown) =>
  cutTo(length)(typeof value === 'string' ? withoutSecrets(value) : value)

export const url = () => vine.string().parse(address(MAX_URL_LENGTH)).minLength(1)

export const title = () => vine.string().parse(cutTo(MAX_TITLE_LENGTH))

export const referrer = () => vine.string().parse(address(MAX_REFERRER_LENGTH))

export const seq = () => number().withoutDecimals().range([0, 2_147_483_647])

/** The page that the visitor is on, as the website's loader reports it. */
export const page = () =>
  vine.object({
    url: url(),
    title: title().nullable().optional(),
    referrer: referrer().nullable().optional(),
  })
