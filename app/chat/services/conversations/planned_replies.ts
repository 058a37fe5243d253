import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import { namedBy, type Reference } from '#chat/models/reference'
import PlannedReply from '#chat/models/planned_reply'
import type { AgentMessages } from '#chat/services/conversations/agent_messages'
import { messageContent } from '#chat/services/conversations/message_rules'
import {
  assertFew,
  MOST_PLANNED,
  type PlannedDraft,
} from '#chat/services/conversations/planned_rules'
import { claimPlanned, sendPlanned } from '#chat/services/conversations/planned_sending'
import { isOpen } from '#chat/services/conversations/status_rules'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { DueKind } from '#chat/services/due_actions/due_kind'
import { laterTime } from '#chat/services/due_actions/later_time'
import { ConversationEnded, PlannedNotFound, PlannedNotYours } from '#chat/exceptions/chat_errors'
import { emitAfterCommit } from '#chat/support/emit_after_commit'
import { isDuplicate, lockRow, lockRowWhere } from '#chat/support/row_lock'

interface Parts {
  db: QueryClientContract
  emitter: EmitterLike<EventsList>
  dueActions: DueActions
  messages: AgentMessages
}

/**
 * Replies that agents send later. Until its time a reply is a row of its own, which agents see, change and cancel; then it
 * becomes a message, once, as if its author had just sent it.
 */
export class PlannedReplies implements DueKind {
  readonly name = 'planned-reply'

  constructor(protected parts: Parts) {}

  /** A conversation's planned replies, the next one first. */
  list({ id }: Conversation): Promise<PlannedReply[]> {
    return PlannedReply.query().where('conversation_id', id).orderBy('due_at').limit(MOST_PLANNED)
  }

  /** @throws PlannedNotFound when it was sent or cancelled, or is of another conversation */
  async find({ id }: Conversation, reference: Reference): Promise<PlannedReply> {
    const found = await PlannedReply.query()
      .where({ conversation_id: id, ...namedBy(reference) })
      .first()
    if (!found) throw new PlannedNotFound()
    return found
  }

  /**
   * Plans a reply; the same one again is planned once.
   *
   * @throws SnoozeTime when the time is past, or more than a year away
   * @throws ConversationEnded when the conversation is not open
   * @throws TooManyPlanned
   * @throws MessageEmpty, MessageTooLong
   */
  async plan(conversation: Conversation, agent: Agent, draft: PlannedDraft): Promise<PlannedReply> {
    const content = messageContent(draft.content)
    const dueAt = laterTime(draft.dueAt)
    const { clientMessageId } = draft
    try {
      const planned = await this.parts.db.transaction(async (trx) => {
        const locked = await lockRow(Conversation, conversation.id, trx)
        if (!isOpen(locked.status)) throw new ConversationEnded()
        await assertFew(locked, trx)
        const { tenantId, id: conversationId } = locked
        const reply = await PlannedReply.create(
          {
            ...{ externalId: randomUUID(), tenantId, conversationId, agentId: agent.id },
            ...{ agentName: agent.name, content, clientMessageId, dueAt, problem: null },
            createdAt: DateTime.utc(),
          },
          { client: trx }
        )
        await this.#schedule(reply, trx)
        return reply
      })
      emitAfterCommit(this.parts.emitter, 'chat.planned.changed', { conversation })
      return planned
    } catch (error) {
      if (!isDuplicate(error)) throw error
      const key = { agent_id: agent.id, client_message_id: clientMessageId }
      return PlannedReply.query().where(key).firstOrFail()
    }
  }

  /**
   * Changes text and time, by its author alone: it goes out under their name.
   *
   * @throws PlannedNotYours
   * @throws PlannedNotFound when it was sent or cancelled meanwhile, or is being sent
   * @throws SnoozeTime, MessageEmpty, MessageTooLong
   */
  async update(
    planned: PlannedReply,
    by: Agent,
    changes: Pick<PlannedDraft, 'content' | 'dueAt'>
  ): Promise<PlannedReply> {
    if (planned.agentId !== by.id) throw new PlannedNotYours([planned.agentName])
    const content = messageContent(changes.content)
    const dueAt = laterTime(changes.dueAt)
    const changed = await this.parts.db.transaction(async (trx) => {
      const locked = await lockRowWhere(PlannedReply, { id: planned.id }, trx)
      if (!locked || locked.problem === 'sending') throw new PlannedNotFound()
      await locked.merge({ content, dueAt, problem: null }).save()
      await this.#schedule(locked, trx)
      return locked
    })
    await this.#emit(changed)
    return changed
  }

  /**
   * Cancels a planned reply; any agent may. One that is gone stays so.
   *
   * @throws PlannedNotFound when it is being sent
   */
  async withdraw(planned: PlannedReply): Promise<void> {
    const { id, tenantId } = planned
    await this.parts.db.transaction(async (trx) => {
      const locked = await lockRowWhere(PlannedReply, { id }, trx)
      if (locked?.problem === 'sending') throw new PlannedNotFound()
      await locked?.delete()
      await this.parts.dueActions.cancelTask({ tenantId, kind: this.name, subject: id }, trx)
    })
    await this.#emit(planned)
  }

  /** After a crash between message and row, the message's id keeps the repeat from being a second one. */
  async run({ payload }: DueAction, now: DateTime): Promise<void> {
    const planned = await claimPlanned(this.parts.db, Number(payload.subject), now)
    if (!planned) return
    const isSent = await sendPlanned(this.parts.messages, planned).catch(async (error: unknown) => {
      await planned.merge({ problem: null }).save()
      throw error
    })
    if (isSent) await PlannedReply.query().where('id', planned.id).delete()
    else await planned.merge({ problem: 'ended' }).save()
    await this.#emit(planned)
  }

  /** Emits the change of a reply; a deleted conversation has an event of its own. */
  async #emit({ conversationId }: PlannedReply) {
    const conversation = await Conversation.find(conversationId)
    if (conversation) emitAfterCommit(this.parts.emitter, 'chat.planned.changed', { conversation })
  }

  #schedule({ id: subject, tenantId, dueAt }: PlannedReply, trx: TransactionClientContract) {
    const task = { tenantId, kind: this.name, subject, dueAt }
    return this.parts.dueActions.scheduleTask(task, trx)
  }
}

/** Deletes what is planned for a conversation; what is scheduled finds nothing to do. */
export async function forgetPlanned(conversationIds: number[], client: QueryClientContract) {
  await PlannedReply.query({ client }).whereIn('conversation_id', conversationIds).delete()
}
