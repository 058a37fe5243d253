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
  /** Whether subscribers are to look at the conversation anew, whatever its columns say. */
  isChanged?: boolean
  /** The agent whose doing it is, if it is one's. */
  by?: Agent
}

/** Which conversation is meant: by its id, or as a tenant's address names it. */
export type ConversationReference =
  Pick<Conversation, 'id'> | Pick<Conversation, 'tenantId' | 'externalId'>

/** What every message moves. Anything else that is different makes a changed conversation. */
const MOVED_BY_MESSAGES = new Set([
  'lastSeq',
  'messageCount',
  'lastMessage',
  'lastMessageSenderType',
  'lastMessageSenderId',
  'lastMessageAt',
  'agentReadSeq',
  'agentUnreadCount',
  'visitorReadSeq',
  'visitorUnreadCount',
  'waitingSince',
  'firstResponseAt',
  'updatedAt',
])

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
      if (!done) return { done, facts: [] }
      assigned = assignmentIn(done)
      const facts = factsOf(done)
      await done.conversation.useTransaction(trx).save()
      return { done, facts }
    })
    if (assigned) tell(this.emitter, 'chat.conversation.assigned', assigned)
    return written
  }

  /**
   * Locks a conversation and changes it; a change without a word of it is none.
   *
   * @throws ConversationNotFound when there is none, or it has been deleted meanwhile
   */
  change(reference: ConversationReference, change: Change, by?: Agent): Promise<Written> {
    return this.write(async (trx) => {
      const conversation = await lockRowWhere(Conversation, placeOf(reference), trx)
      if (!conversation) throw new ConversationNotFound()
      return { conversation, messages: await change(conversation, trx), by }
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

function placeOf(reference: ConversationReference): Record<string, string | number> {
  if ('id' in reference && reference.id !== undefined) return { id: reference.id }
  const { tenantId, externalId } = reference as Pick<Conversation, 'tenantId' | 'externalId'>
  return { tenant_id: tenantId, external_id: externalId }
}

/** Each new message, and then whether the conversation has changed; asked before it is saved. */
function factsOf(written: Written): Fact[] {
  const { conversation, messages } = written
  const isChanged = written.isChanged ?? hasChanged(written)
  const sent = messages.map((message): Fact => ({
    name: 'chat.message.sent',
    payload: { conversation, message },
  }))
  if (!isChanged) return sent
  const payload = { conversation, visitorSees: changesVisitorView(conversation) }
  return [...sent, { name: 'chat.conversation.updated', payload }]
}

/** A line of its history tells a change; a reply or a note alone may be none. */
function hasChanged({ conversation, messages }: Written) {
  if (messages.some(({ type }) => type === 'event')) return true
  return Object.keys(conversation.$dirty).some((column) => !MOVED_BY_MESSAGES.has(column))
}

/** Whether a conversation that is about to be saved comes to another agent by what was written. */
function assignmentIn({ conversation, messages, by }: Written): ConversationAssigned | null {
  if (!conversation.$dirty.agentId) return null
  const note = messages.find(({ type }) => type === 'note') ?? null
  return { conversation, message: messages[0], note, by: by ?? null }
}
