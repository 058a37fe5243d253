import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { ConversationAssigned } from '#chat/events/chat_events'
import { ConversationNotFound } from '#chat/exceptions/chat_errors'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import type { UsualMessage } from '#chat/services/conversations/usual_message'
import { UsualMessages } from '#chat/services/conversations/usual_messages'
import { assignmentIn, eventsOf, type WriteResult } from '#chat/services/conversations/write_result'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import { scheduleAssigned } from '#chat/services/notifications/schedule_notice'
import type { AddressTurns } from '#chat/services/routing/address_turns'
import type { AgentLoads } from '#chat/services/team/agent_loads'
import type { DeliveryOutbox } from '#chat/services/webhooks/delivery_outbox'
import type { DomainEvent } from '#chat/services/webhooks/webhook_events'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { lockRowWhere } from '#chat/support/row_lock'

/** The conversation's id, or its tenant and external id. */
export type ConversationReference =
  Pick<Conversation, 'id'> | Pick<Conversation, 'tenantId' | 'externalId'>

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
    protected turns: AddressTurns,
    protected dueActions: DueActions
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
      if (!done) return { done, events: [] }
      assigned = assignmentIn(done)
      const events = await eventsOf(done, trx)
      await this.loads.countAwaiting(done.conversation, trx)
      await this.turns.enter(done.conversation, trx)
      if (assigned) await scheduleAssigned(this.dueActions, assigned, trx)
      await done.conversation.useTransaction(trx).save()
      return { done, events }
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

  /**
   * Deletes the conversation that `work` locks, after `work` has deleted the rows that refer to it, by `end`; returns
   * false when `work` found none.
   *
   * @param by null when its time was over
   */
  async remove(
    by: Agent | null,
    work: (trx: TransactionClientContract) => Promise<Conversation | null>,
    end: (conversation: Conversation, trx: TransactionClientContract) => Promise<void>
  ): Promise<boolean> {
    return this.#commit(async (trx) => {
      const conversation = await work(trx)
      if (!conversation) return { done: false, events: [] }
      await this.outbox.forget(conversation, trx)
      await this.loads.countAwaiting(conversation, trx, true)
      await end(conversation, trx)
      const payload = { conversation, by }
      return { done: true, events: [{ name: 'chat.conversation.deleted', payload }] }
    })
  }

  /** Webhook deliveries are inserted in the same transaction; listeners run after commit. */
  async #commit<T>(
    work: (trx: TransactionClientContract) => Promise<{ done: T; events: DomainEvent[] }>
  ): Promise<T> {
    await this.outbox.prepare()
    const { done, events, hasDeliveries } = await this.db.transaction(async (trx) => {
      const written = await work(trx)
      return { ...written, hasDeliveries: await this.outbox.add(written.events, trx) }
    })
    for (const { name, payload } of events) emitAfterCommit(this.emitter, name, payload)
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
