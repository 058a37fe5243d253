import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { ConversationAssigned, MessageSent } from '#chat/events/chat_events'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import { ConversationNotFound } from '#chat/exceptions/chat_errors'
import type Message from '#chat/models/message'
import type { AgentLoads } from '#chat/services/team/agent_capacity'
import type { AddressTurns } from '#chat/services/routing/address_turns'
import { lockRowWhere } from '#chat/support/row_lock'
import { newestMessage } from '#chat/services/conversations/message_log'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { sightedOf, type Sighted } from '#chat/services/visibility/sight'
import { changesVisitorView } from '#chat/services/conversations/visitor_view_changes'
import type { DeliveryOutbox } from '#chat/services/webhooks/delivery_outbox'
import type { DomainEvent } from '#chat/services/webhooks/webhook_events'
import { UsualMessages } from '#chat/services/conversations/usual_messages'
import type { UsualMessage } from '#chat/services/conversations/usual_message'

/** The rows of one transaction: all of them are committed, or none. */
export interface WriteResult {
  /** Locked by the transaction and saved at its end. */
  conversation: Conversation
  /** New messages and system lines, in order of `seq`. */
  messages: Message[]
  /** Whether `chat.conversation.updated` is emitted; by default the changed columns decide. */
  isChanged?: boolean
  /** The agent who acts, if an agent does. */
  by?: Agent
}

/** The conversation's id, or its tenant and external id. */
export type ConversationReference =
  Pick<Conversation, 'id'> | Pick<Conversation, 'tenantId' | 'externalId'>

/** Columns that every message updates. A change to any other column counts as a changed conversation. */
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
  'mailDueAt',
  'firstResponseAt',
  'updatedAt',
])

/** Changes a locked conversation and adds lines to its thread. */
export type Change = (
  conversation: Conversation,
  trx: TransactionClientContract
) => Promise<Message[]>

/**
 * The only way to write a conversation: one transaction locks its row, saves it and inserts its webhook deliveries.
 * After commit, listeners receive an event per new message, then for the conversation, then for a new assignee.
 */
export class ConversationWriter {
  #usual: UsualMessages

  constructor(
    protected db: QueryClientContract,
    protected emitter: EmitterLike<EventsList>,
    protected outbox: DeliveryOutbox,
    protected loads: AgentLoads,
    protected turns: AddressTurns
  ) {
    this.#usual = new UsualMessages(db, emitter, outbox)
  }

  /**
   * The short way of a message in the usual case. Returns null, and has written nothing, in every other case: `write`
   * and `change` are for those.
   */
  writeUsual(message: UsualMessage) {
    return this.#usual.write(message)
  }

  /** Runs `work`, which locks its conversation itself; returns null when `work` changes nothing. */
  async write<T extends WriteResult | null>(
    work: (trx: TransactionClientContract) => Promise<T>
  ): Promise<T> {
    let assigned = null as ConversationAssigned | null
    const written = await this.#commit(async (trx) => {
      const done = await work(trx)
      if (!done) return { done, facts: [] }
      assigned = assignmentIn(done)
      const facts = await factsOf(done, trx)
      await this.loads.countAwaiting(done.conversation, trx)
      await this.turns.enter(done.conversation, trx)
      await done.conversation.useTransaction(trx).save()
      return { done, facts }
    })
    if (assigned) emitAfterCommit(this.emitter, 'chat.conversation.assigned', assigned)
    return written
  }

  /**
   * Locks a conversation and changes it; `change` returns the lines of the thread that record it, if any.
   *
   * @throws ConversationNotFound when it does not exist or was deleted meanwhile
   */
  change(reference: ConversationReference, change: Change, by?: Agent): Promise<WriteResult> {
    return this.write(async (trx) => {
      const conversation = await lockRowWhere(Conversation, columnsOf(reference), trx)
      if (!conversation) throw new ConversationNotFound()
      return { conversation, messages: await change(conversation, trx), by }
    })
  }

  /** Deletes the conversation that `work` locks, after `work` has deleted the rows that refer to it. */
  async remove(
    by: Agent,
    work: (trx: TransactionClientContract) => Promise<Conversation>
  ): Promise<void> {
    await this.#commit(async (trx) => {
      const conversation = await work(trx)
      await this.outbox.forget(conversation, trx)
      await this.loads.countAwaiting(conversation, trx, true)
      await conversation.useTransaction(trx).delete()
      const payload = { conversation, by }
      return { done: conversation, facts: [{ name: 'chat.conversation.deleted', payload }] }
    })
  }

  /** Webhook deliveries are inserted in the same transaction; listeners run after commit. */
  async #commit<T>(
    work: (trx: TransactionClientContract) => Promise<{ done: T; facts: DomainEvent[] }>
  ): Promise<T> {
    await this.outbox.prepare()
    const { done, facts, hasDeliveries } = await this.db.transaction(async (trx) => {
      const written = await work(trx)
      return { ...written, hasDeliveries: await this.outbox.add(written.facts, trx) }
    })
    for (const { name, payload } of facts) emitAfterCommit(this.emitter, name, payload)
    if (hasDeliveries) this.outbox.trigger()
    return done
  }
}

/** The columns by which a reference names its conversation. */
export function columnsOf(reference: ConversationReference): Record<string, string | number> {
  if ('id' in reference && reference.id !== undefined) return { id: reference.id }
  const { tenantId, externalId } = reference as Pick<Conversation, 'tenantId' | 'externalId'>
  return { tenant_id: tenantId, external_id: externalId }
}

/** An event per new message, and one if the conversation changed; computed before saving, while it is still dirty. */
async function factsOf(
  written: WriteResult,
  trx: TransactionClientContract
): Promise<DomainEvent[]> {
  const { conversation, messages } = written
  const isChanged = written.isChanged ?? hasChanged(written)
  const sent = messages.map((message) => {
    const payload: MessageSent = { conversation, message }
    return { name: 'chat.message.sent' as const, payload }
  })
  if (!isChanged) return sent
  const message =
    representativeLine(messages) ?? (await newestMessage(conversation, { client: trx }))
  const before = conversation.$original.id
    ? sightedOf(conversation.$original as Sighted)
    : undefined
  const payload = { conversation, message, visitorSees: changesVisitorView(conversation), before }
  return [...sent, { name: 'chat.conversation.updated', payload }]
}

/** The line that stands for a change: the last system line, else the last message. */
const representativeLine = (messages: Message[]): Message | undefined =>
  messages.findLast(({ type }) => type === 'event') ?? messages.at(-1)

/** A system line always counts as a change; a reply or a note alone may not. */
function hasChanged({ conversation, messages }: WriteResult) {
  if (messages.some(({ type }) => type === 'event')) return true
  return Object.keys(conversation.$dirty).some((column) => !MOVED_BY_MESSAGES.has(column))
}

/** The assignment event, if saving the conversation gives it to another agent. */
function assignmentIn({ conversation, messages, by }: WriteResult): ConversationAssigned | null {
  if (!conversation.$dirty.agentId) return null
  const note = messages.find(({ type }) => type === 'note') ?? null
  return { conversation, message: messages[0], note, by: by ?? null }
}
