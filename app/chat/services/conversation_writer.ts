import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import { lockRow } from '#chat/services/row_lock'
import { tell } from '#chat/services/tell'

/** What a transaction has written: all of it is in the database, or none. */
export interface Written {
  /** Locked by the transaction, and saved at its end. */
  conversation: Conversation
  /** The new lines of its thread, in their order. */
  messages: Message[]
  /** Whether subscribers are to look at the conversation anew. */
  isChanged: boolean
}

/** Changes a locked conversation and says what happened, in lines of its thread. */
export type Change = (
  conversation: Conversation,
  trx: TransactionClientContract
) => Promise<Message[]>

/**
 * The one way to write a conversation: a transaction that holds its lock, and after commit whoever
 * listens is told of each new message and then of the conversation.
 */
export class ConversationWriter {
  constructor(
    protected db: Database,
    protected emitter: EmitterLike<EventsList>
  ) {}

  /** Writes what `work` does to a conversation that it locks itself; null when it finds nothing to do. */
  async write<T extends Written | null>(
    work: (trx: TransactionClientContract) => Promise<T>
  ): Promise<T> {
    const written = await this.db.transaction(async (trx) => {
      const done = await work(trx)
      await done?.conversation.useTransaction(trx).save()
      return done
    })
    if (written) this.#tell(written)
    return written
  }

  /** Locks a conversation and changes it; a change without a word of it is none. */
  change({ id }: Conversation, change: Change): Promise<Written> {
    return this.write(async (trx) => {
      const conversation = await lockRow(Conversation, id, trx)
      const messages = await change(conversation, trx)
      return { conversation, messages, isChanged: messages.length > 0 }
    })
  }

  /** Deletes a conversation that `work` locks, empties of all that hangs on it, and answers with. */
  async remove(by: Agent, work: (trx: TransactionClientContract) => Promise<Conversation>) {
    const conversation = await this.db.transaction(async (trx) => {
      const emptied = await work(trx)
      await emptied.useTransaction(trx).delete()
      return emptied
    })
    tell(this.emitter, 'chat.conversation.deleted', { conversation, by })
  }

  #tell({ conversation, messages, isChanged }: Written) {
    for (const message of messages) {
      tell(this.emitter, 'chat.message.sent', { conversation, message })
    }
    if (isChanged) tell(this.emitter, 'chat.conversation.updated', { conversation })
  }
}
