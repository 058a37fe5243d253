import type { LucidModel } from '@adonisjs/lucid/types/model'
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
  for (const [name, { columnName, consume }] of model.$columnsDefinitions) {
    const value = row[columnName]
    if (value === undefined) continue
    made.$attributes[name] = consume ? consume(value, name, made) : value
  }
  made.$original = Object.fromEntries(Object.entries(made.$attributes).map(copied))
  made.$setOptionsAndTrx({ connection: model.connection })
  made.$isPersisted = true
  made.$isLocal = false
  return made
}

/** A document is copied, so that what is changed within it counts as a change. */
const copied = ([name, value]: [string, unknown]) =>
  [name, isDocument(value) ? structuredClone(value) : value] as const

const isDocument = (value: unknown) =>
  Array.isArray(value) || (value !== null && Object.getPrototypeOf(value) === Object.prototype)
