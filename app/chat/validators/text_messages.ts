import { SimpleMessagesProvider } from '@vinejs/vine'
import { text } from '#chat/texts/text'

type Texts = () => Record<string, string>

/** A message for each rule that the module's validators use. */
const messagesByRule: Texts = () => ({
  'required': text('validation.required'),
  'string': text('validation.text'),
  'number': text('validation.number'),
  'boolean': text('validation.boolean'),
  'accepted': text('validation.boolean'),
  'object': text('validation.object'),
  'array': text('validation.list'),
  'enum': text('validation.choice'),
  'minLength': text('validation.required'),
  'maxLength': text('validation.too_long'),
  'array.minLength': text('validation.min_items'),
  'array.maxLength': text('validation.max_items'),
  'distinct': text('validation.distinct'),
  'range': text('validation.range'),
  'withoutDecimals': text('validation.whole'),
  'email': text('validation.email'),
  'uuid': text('validation.id'),
  'regex': text('validation.format'),
})

/** Fields that people see; the others keep the names that a program sends. */
const fieldNames: Texts = () => ({
  '': text('validation.fields.form'),
  'name': text('validation.fields.name'),
  'email': text('validation.fields.email'),
  'phone': text('validation.fields.phone'),
  'content': text('validation.fields.message'),
  'subject': text('validation.fields.subject'),
  'title': text('validation.fields.title'),
  'person': text('validation.fields.person'),
  'label': text('validation.fields.label'),
  'priority': text('validation.fields.priority'),
  'until': text('validation.fields.snooze'),
  'ids': text('validation.fields.conversations'),
  'user_id': text('validation.fields.agent'),
  'to': text('validation.fields.recipient'),
  'note': text('validation.fields.note'),
  'status': text('validation.fields.status'),
  'max_concurrent_chats': text('validation.fields.capacity'),
  'department_ids': text('validation.fields.departments'),
  'widget_ids': text('validation.fields.widgets'),
  'rating': text('validation.fields.rating'),
  'feedback': text('validation.fields.comment'),
  'value': text('validation.fields.choice'),
})

/**
 * What is wrong with a field, in the language in use when it is refused. A form may have messages of its own, by rule or
 * by field, and names of its own; all others are those of the module. An entry of a list has the name of the list.
 */
export class TextMessages {
  constructor(
    private messages: Texts = () => ({}),
    private fields: Texts = () => ({})
  ) {}

  getMessage(...refused: Parameters<SimpleMessagesProvider['getMessage']>) {
    const messages = { ...messagesByRule(), ...this.messages() }
    const names = { ...fieldNames(), ...this.fields() }
    const [, , field] = refused
    const listName = names[field.wildCardPath.replace(/\.\*$/, '')]
    const fields = field.isArrayMember ? { ...names, [field.getFieldPath()]: listName } : names
    return new SimpleMessagesProvider(messages, fields).getMessage(...refused)
  }
}
