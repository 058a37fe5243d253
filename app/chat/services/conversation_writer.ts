import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { ConversationAssigned } from '#chat/events/chat_events'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import { ConversationNotFound } from '#chat/exceptions/chat_errors'
import type Message from '#chat/models/message'
import { lockRowWhere } from '#chat/services/row_lock'
import { tell } from '#chat/services/tell'
import { changesVisitorView } from '#chat/services/visitor_view_changes'
import type { Outbox } from '#chat/services/webhooks/outbox'
import type { Fact } from '#chat/services/webhooks/webhook_events'

/** What a transaction has written: all of it is in the database, or none. */
export interface Written {
  /** Locked by the transaction, and saved at its end. */
  conversation: Conversation
  /** The new lines of its thread, in their order. */
  messages: Message[]
  /** Whether subscribers are to look at the conversation anew. */
  isChanged: boolean
  /** The agent whose doing it is, if it is one's. */
  by?: Agent
}

/** Changes a locked conversation and says what happened, in lines of its thread. */
export type Change = (
  conversation: Conversation,
  trx: TransactionClientContract
) => Promise<Message[]>

/**
 * The one way to write a conversation: a transaction that holds its lock and takes down what webhooks
 * are owed; after commit whoever listens is told of each new message, then of the conversation, and
 * at last of whom it has come to.
 */
export class ConversationWriter {
  constructor(
    protected db: Database,
    protected emitter: EmitterLike<EventsList>,
    protected outbox: Outbox
  ) {}

  /** Writes what `work` does to a conversation that it locks itself; null when it finds nothing to do. */
  async write<T extends Written | null>(
    work: (trx: TransactionClientContract) => Promise<T>
  ): Promise<T> {
    let assigned = null as ConversationAssigned | null
    const written = await this.#commit(async (trx) => {
      const done = await work(trx)
      assigned = done && assignmentIn(done)
      const visitorSees = done !== null && changesVisitorView(done.conversation)
      await done?.conversation.useTransaction(trx).save()
      return { done, facts: done ? factsOf(done, visitorSees) : [] }
    })
    if (assigned) tell(this.emitter, 'chat.conversation.assigned', assigned)
    return written
  }

  /**
   * Locks a conversation and changes it; a change without a word of it is none.
   *
   * @throws ConversationNotFound when it has been deleted meanwhile
   */
  change({ id }: Conversation, change: Change, by?: Agent): Promise<Written> {
    return this.write(async (trx) => {
      const conversation = await lockRowWhere(Conversation, { id }, trx)
      if (!conversation) throw new ConversationNotFound()
      const messages = await change(conversation, trx)
      return { conversation, messages, isChanged: messages.length > 0, by }
    })
  }

  /** Deletes a conversation that `work` locks, empties of all that hangs on it, and answers with. */
  async remove(
    by: Agent,
    work: (trx: TransactionClientContract) => Promise<Conversation>
  ): Promise<void> {
    await this.#commit(async (trx) => {
      const conversation = await work(trx)
      await this.outbox.forget(conversation, trx)
      await conversation.useTransaction(trx).delete()
      const payload = { conversation, by }
      return { done: conversation, facts: [{ name: 'chat.conversation.deleted', payload }] }
    })
  }

  /** What webhooks are owed is committed with what caused it; all else is told afterwards. */
  async #commit<T>(
    work: (trx: TransactionClientContract) => Promise<{ done: T; facts: Fact[] }>
  ): Promise<T> {
    await this.outbox.prepare()
    const { done, facts, isOwed } = await this.db.transaction(async (trx) => {
      const written = await work(trx)
      return { ...written, isOwed: await this.outbox.add(written.facts, trx) }
    })
    for (const { name, payload } of facts) tell(this.emitter, name, payload)
    if (isOwed) this.outbox.wake()
    return done
  }
}

/** Each new message, and then that the conversation has changed. */
function factsOf({ conversation, messages, isChanged }: Written, visitorSees: boolean): Fact[] {
  const sent = messages.map((message): Fact => ({
    name: 'chat.message.sent',
    payload: { conversation, message },
  }))
  return isChanged
    ? [...sent, { name: 'chat.conversation.updated', payload: { conversation, visitorSees } }]
    : sent
}

/** Whether a conversation that is about to be saved comes to another agent by what was written. */
function assignmentIn({ conversation, messages, by }: Written): ConversationAssigned | null {
  if (!conversation.$dirty.agentId) return null
  const note = messages.find(({ type }) => type === 'note') ?? null
  return { conversation, message: messages[0], note, by: by ?? null }
}
