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

/** The model of a row that was read without Lucid. */
export const modelOf = <Model extends LucidModel>(model: Model, row: SqlRow) =>
  model.$createFromAdapterResult(row, undefined, {
    connection: model.connection,
  }) as InstanceType<Model>
