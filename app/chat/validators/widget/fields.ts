import vine from '@vinejs/vine'

/** The longest message that a visitor or an agent can send. */
export const MAX_MESSAGE_LENGTH = 5000

/** Text without null bytes, which no database and no browser treats alike. */
const withoutNulls = (value: unknown) =>
  typeof value === 'string' ? value.replaceAll('\0', '').trim() : value

/** Text that is cut rather than refused: nobody's message is lost for a long page title. */
const cutTo = (length: number) => (value: unknown) => {
  const text = withoutNulls(value)
  return typeof text === 'string' ? text.slice(0, length) : text
}

export const content = () =>
  vine.string().parse(withoutNulls).minLength(1).maxLength(MAX_MESSAGE_LENGTH)

export const clientMessageId = () => vine.string().uuid()

export const personName = () => vine.string().parse(withoutNulls).maxLength(120)

export const email = () => vine.string().parse(withoutNulls).maxLength(254).email()

export const phone = () =>
  vine
    .string()
    .parse(withoutNulls)
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
