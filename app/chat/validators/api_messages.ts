import { SimpleMessagesProvider } from '@vinejs/vine'
import { listInWords } from '#chat/texts/lists'
import { text } from '#chat/texts/text'

const messagesByRule = () => ({
  'required': text('api_input.required'),
  'string': text('api_input.string'),
  'number': text('api_input.number'),
  'boolean': text('api_input.boolean'),
  'object': text('api_input.object'),
  'array': text('api_input.array'),
  'enum': text('api_input.enum'),
  'minLength': text('api_input.min_length'),
  'maxLength': text('api_input.max_length'),
  'array.minLength': text('api_input.min_items'),
  'array.maxLength': text('api_input.max_items'),
  'distinct': text('api_input.distinct'),
  'range': text('api_input.range'),
  'withoutDecimals': text('api_input.whole'),
  'email': text('api_input.email'),
  'url': text('api_input.url'),
  'uuid': text('api_input.uuid'),
  'regex': text('api_input.format'),
})

/** Validation messages of the API. They name a field by its path, and an invalid choice lists the valid ones. */
export const apiMessages = {
  getMessage(...[raw, rule, field, args]: Parameters<SimpleMessagesProvider['getMessage']>) {
    const path = field.getFieldPath()
    const { choices } = args ?? {}
    const written = Array.isArray(choices) ? { ...args, choices: listInWords(choices) } : args
    const names = { [path]: path || text('api_input.body') }
    return new SimpleMessagesProvider(messagesByRule(), names).getMessage(raw, rule, field, written)
  },
}
