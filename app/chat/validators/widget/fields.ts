import vine from '@vinejs/vine'
import { number } from '#chat/validators/number'
import { cleaned, text } from '#chat/validators/text'

/** The longest message that a visitor or an agent can send. */
export const MAX_MESSAGE_LENGTH = 5000

/** What breaks a line, or turns the direction of what stands beside it. */
const UNRULY = /[\s\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu

/** Text that stands in lines with other text, which it can neither leave nor rearrange. */
const inOneLine = (value: unknown) =>
  cleaned(typeof value === 'string' ? value.replace(UNRULY, ' ') : value)

/** Text that is cut rather than refused: nobody's message is lost for a long page title. */
const cutTo = (length: number) => (value: unknown) =>
  cleaned(typeof value === 'string' ? value.slice(0, length) : value)

export const content = () => text(MAX_MESSAGE_LENGTH)

/** In one case, because one database tells cases apart and the other does not. */
export const clientMessageId = () => vine.string().uuid().toLowerCase()

export const feedback = () => vine.string().parse(cleaned).maxLength(2000)

export const personName = () => vine.string().parse(inOneLine).maxLength(120)

export const email = () => vine.string().parse(cleaned).maxLength(254).email()

export const phone = () =>
  vine
    .string()
    .parse(cleaned)
    .maxLength(32)
    .regex(/^[+()\d\s./-]{4,32}$/)

/** A fragment that is no route of the page (`#/`, `#!`) tells nothing, but may carry a log-in's token. */
const SECRET_FRAGMENT = /#(?![/!]).*$/s

/** An address as agents may see it. */
const address = (length: number) => (value: unknown) =>
  cutTo(length)(typeof value === 'string' ? value.replace(SECRET_FRAGMENT, '') : value)

export const url = () => vine.string().parse(address(2048)).minLength(1)

export const title = () => vine.string().parse(cutTo(512))

export const referrer = () => vine.string().parse(address(1024))

export const seq = () => number().withoutDecimals().range([0, 2_147_483_647])

/** Where the visitor is, as a website's loader tells it. */
export const page = () =>
  vine.object({
    url: url(),
    title: title().nullable().optional(),
    referrer: referrer().nullable().optional(),
  })
