import vine from '#chat/validators/vine'
import { oneInWords } from '#chat/texts/lists'
import { text } from '#chat/texts/text'
import { isId, isUuid, MAX_ID, type Reference } from '#chat/models/reference'

const ID = { type: 'integer', minimum: 1, maximum: MAX_ID } as const
const UUID = { type: 'string', format: 'uuid' } as const

interface Options {
  /** Words that name something as well, such as `me`. */
  words: readonly string[]
  /** Whether it stands in an address, where integers are written out. */
  isText: boolean
}

const quoted = (word: string) => `"${word}"`

/** What names a thing: its `id`, its `uuid`, or one of some words. */
const referenceRule = vine.createRule(
  function namesThing(value, { words, isText }: Options, field) {
    if (isUuid(value)) return field.mutate(value.toLowerCase(), field)
    if (isId(value, isText) || words.includes(value as string)) return
    const named = [text('api_input.id'), text('api_input.a_uuid'), ...words.map(quoted)]
    field.report(text('api_input.reference', { choices: oneInWords(named) }), 'reference', field)
  },
  {
    toJSONSchema: (schema, { words }) => {
      const word = words.length ? [{ type: 'string' as const, enum: [...words] }] : []
      schema.anyOf = [ID, UUID, ...word]
    },
  }
)

/** A thing as a body names it. */
export const reference = (...words: string[]) =>
  vine
    .any()
    .use(referenceRule({ words, isText: false }))
    .transform((value: unknown) => value as Reference)

/** A thing as a query names it. */
export const referenceInQuery = (...words: string[]) =>
  vine
    .any()
    .use(referenceRule({ words, isText: true }))
    .transform((value: unknown) => String(value))
