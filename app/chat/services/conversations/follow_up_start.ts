import { DateTime } from 'luxon'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import { toSqlUtc } from '#chat/models/columns'
import Widget from '#chat/models/widget'
import { firstHours } from '#chat/services/conversations/follow_up_step'
import { OPEN_STATUSES } from '#chat/services/conversations/status_rules'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import type { DueKind } from '#chat/services/due_actions/due_kind'

const SLICE = 100

/**
 * Has the open conversations of a widget followed up whose hours were changed. Those that were silent for longer than
 * that already are left alone: their visitors expect no question about them any more.
 */
export class FollowUpStart implements DueKind {
  readonly name = 'follow-up-start'
  readonly atATime = 1

  constructor(protected parts: { db: QueryClientContract; dueActions: DueActions }) {}

  /** Schedules it in the transaction that changes the widget. */
  schedule({ id: subject, tenantId }: Widget, trx: TransactionClientContract): Promise<void> {
    return this.parts.dueActions.scheduleTask({ tenantId, kind: this.name, subject }, trx)
  }

  async run({ payload }: DueAction, now: DateTime, signal: AbortSignal): Promise<void> {
    const widget = await Widget.find(payload.subject)
    const hours = widget && firstHours(widget)
    if (!widget || hours === null) return
    const since = DateTime.utc().minus({ hours: hours! })
    let after = 0
    while (!signal.aborted) {
      const some = await Conversation.query()
        .where('widget_id', widget.id)
        .whereIn('status', [...OPEN_STATUSES])
        .where('is_followed_up', true)
        .where('last_message_at', '>', toSqlUtc(since))
        .where('id', '>', after)
        .orderBy('id')
        .limit(SLICE)
      for (const conversation of some) await this.#look(conversation, now)
      if (some.length < SLICE) return
      after = some.at(-1)!.id
    }
  }

  /** What is due, and when, is decided by the conversation's own row. */
  #look(conversation: Conversation, dueAt: DateTime) {
    const { db, dueActions } = this.parts
    const order = { purpose: 'follow-up', kind: 'follow-up', dueAt } as const
    return db.transaction((trx) => dueActions.schedule(conversation, order, trx))
  }
}
