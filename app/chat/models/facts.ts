import type { LucidModel, ModelObject } from '@adonisjs/lucid/types/model'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import { factsReader, type Facts } from '#chat/models/row_facts'
import type { SqlRow } from '#chat/support/steps/statement'

/** A conversation as listeners and responses need it; every model of one is one, too. */
export type ConversationFacts = Facts<Conversation>

/** A message as listeners and responses need it; every model of one is one, too. */
export type MessageFacts = Facts<Message>

export const conversationFacts = factsReader(Conversation)
export const messageFacts = factsReader(Message)

/**
 * The model of a row that was read without Lucid, as Lucid makes it, in a third of the time. Columns that the model does
 * not know are left out.
 */
export function modelOf<Model extends LucidModel>(model: Model, row: SqlRow): InstanceType<Model> {
  model.boot()
  const made = new model() as InstanceType<Model>
  // Asked for once, as a model answers through a proxy
  const { $attributes: attributes } = made
  const original: ModelObject = {}
  for (const [name, { columnName, consume }] of model.$columnsDefinitions) {
    const value = row[columnName]
    if (value === undefined) continue
    attributes[name] = consume ? consume(value, name, made) : value
    original[name] = copyOf(attributes[name])
  }
  made.$original = original
  made.$setOptionsAndTrx({ connection: model.connection })
  made.$isPersisted = true
  made.$isLocal = false
  return made
}

/** A document is copied, so that what is changed within it counts as a change. */
const copyOf = (value: unknown) => (isDocument(value) ? structuredClone(value) : value)

const isDocument = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype)
