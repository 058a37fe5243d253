import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import { chatTable } from '#chat/models/chat_model'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import Message from '#chat/models/message'
import type { KeptFiles } from '#chat/services/attachments/kept_files'
import { EMPTY_CONVERSATION, NO_TENANT } from '#chat/services/conversations/conversations_of'
import { NOTHING_DUE } from '#chat/services/due_actions/due_conversations'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import { turn, type DueKind } from '#chat/services/due_actions/due_kind'
import { eraseIfIdle } from '#chat/services/visitors/erasure/idle_visitors'
import { betweenSlices, deleteSome, SLICE } from '#chat/support/delete_some'

interface Parts {
  db: QueryClientContract
  emitter: EmitterLike<EventsList>
  dueActions: DueActions
  files: KeptFiles
}

/**
 * What follows a deleted conversation. The messages of a long one are too many for one transaction: that takes the
 * conversation out of reach, and its rows go in slices. A visitor who has no other one goes after it, where that was
 * asked for.
 */
export class RemovedConversations implements DueKind {
  readonly name = 'removed-conversation'
  readonly atATime = 1

  constructor(protected parts: Parts) {}

  /**
   * Deletes a locked conversation with its messages or, when they are many, takes it out of reach.
   *
   * @param idleSince its visitor goes as well, unless they were seen since then; null for a visitor who stays
   */
  async remove(
    locked: Conversation,
    idleSince: DateTime | null,
    trx: TransactionClientContract
  ): Promise<void> {
    const { id: subject, tenantId, visitorId } = locked
    const isLong = (await deleteSome(messagesOf(subject, trx))) === SLICE
    if (isLong) await takeOutOfReach(subject, trx)
    else await locked.useTransaction(trx).delete()
    if (!isLong && !idleSince) return
    const payload = { visitorId, idleSince: idleSince?.toMillis() ?? null }
    await this.parts.dueActions.scheduleTask({ tenantId, kind: this.name, subject, payload }, trx)
  }

  async run({ tenantId, payload }: DueAction, _now: DateTime, signal: AbortSignal): Promise<void> {
    const { subject, visitorId, idleSince } = payload as Record<string, number | null>
    const isDone = await emptyFor(subject!, signal)
    if (!isDone) {
      const task = { tenantId, kind: this.name, subject: subject!, payload }
      return this.parts.db.transaction((trx) => this.parts.dueActions.scheduleTask(task, trx))
    }
    await removedConversation(subject!).delete()
    if (idleSince) await eraseIfIdle(visitorId!, DateTime.fromMillis(idleSince), this.parts)
  }
}

/** Deletes messages of a conversation out of reach for one turn; returns whether there are none left. */
async function emptyFor(id: number, signal: AbortSignal): Promise<boolean> {
  if (!(await removedConversation(id).first())) return true
  const isOurTurn = turn(signal)
  while (isOurTurn()) {
    if ((await deleteSome(messagesOf(id))) < SLICE) return true
    await betweenSlices()
  }
  return false
}

/** From here on it is no one's, and nothing of it is left to read but its messages, which no list leads to. */
async function takeOutOfReach(id: number, trx: TransactionClientContract) {
  await trx.from(chatTable('conversation_labels')).where('conversation_id', id).delete()
  await Conversation.query({ client: trx })
    .where('id', id)
    .update({ ...OUT_OF_REACH, external_id: randomUUID(), number: id })
}

const removedConversation = (id: number) => Conversation.query().where({ id, tenant_id: NO_TENANT })

const messagesOf = (id: number, client?: TransactionClientContract) =>
  Message.query({ client }).where('conversation_id', id)

const OUT_OF_REACH = {
  ...EMPTY_CONVERSATION,
  ...NOTHING_DUE,
  tenant_id: NO_TENANT,
  status: 'closed',
  folder: 'ended',
  open_key: null,
  closed_at: null,
  resolved_at: null,
  queued_at: null,
  lead_id: null,
  ticket_id: null,
}
