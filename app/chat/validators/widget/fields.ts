import vine from '@vinejs/vine'

/** The longest message that a visitor or an agent can send. */
export const MAX_MESSAGE_LENGTH = 5000

/** Text that every database and browser treats alike: without null bytes and halves of characters. */
const cleaned = (value: unknown) =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed().trim() : value

/** Text that is cut rather than refused: nobody's message is lost for a long page title. */
const cutTo = (length: number) => (value: unknown) =>
  cleaned(typeof value === 'string' ? value.slice(0, length) : value)

export const content = () => vine.string().parse(cleaned).minLength(1).maxLength(MAX_MESSAGE_LENGTH)

export const feedback = () => vine.string().parse(cleaned).maxLength(2000)

export const clientMessageId = () => vine.string().uuid()

export const personName = () => vine.string().parse(cleaned).maxLength(120)

export const email = () => vine.string().parse(cleaned).maxLength(254).email()

export const phone = () =>
  vine
    .string()
    .parse(cleaned)
    .maxLength(32)
    .regex(/^[+()\d\s./-]{4,32}$/)

export const url = () => vine.string().parse(cutTo(2048)).minLength(1)

export const title = () => vine.string().parse(cutTo(512))

export const referrer = () => vine.string().parse(cutTo(1024))

export const seq = () => vine.number().withoutDecimals().range([0, 2_147_483_647])

/** Where the visitor is, as a website's loader tells it. */
export const page = () =>
  vine.object({
    url: url(),
    title: title().nullable().optional(),
    referrer: referrer().nullable().optional(),
  })
