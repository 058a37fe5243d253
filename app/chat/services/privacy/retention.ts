import { DateTime } from 'luxon'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import type DueAction from '#chat/models/due_action'
import Widget from '#chat/models/widget'
import type { Analytics } from '#chat/services/analytics/analytics'
import { recordOf, type AuditLog } from '#chat/services/audit/audit_log'
import type { ConversationRemoval } from '#chat/services/conversations/conversation_removal'
import type { DueActions } from '#chat/services/due_actions/due_actions'
import { turn, type DueKind, type Progress } from '#chat/services/due_actions/due_kind'
import {
  countExpired,
  expiredConversations,
  type Expired,
} from '#chat/services/privacy/expired_conversations'
import { betweenSlices } from '#chat/support/delete_some'

const LOOKED_AT = 20
/** Time to take a new setting back before it deletes anything. */
const GRACE = { hours: 1 }
const EVERY = { days: 1 }

interface Parts {
  db: QueryClientContract
  audit: AuditLog
  dueActions: DueActions
  removal: ConversationRemoval
  analytics: Analytics
}

/** What a run has deleted so far, and what it found when it began; stored with its row. */
interface Run extends Expired {
  total: number
}

/** A run that is under way, and its row. */
interface State {
  action: DueAction
  run: Run
}

/**
 * Deletes ended conversations after the widget's number of days (A6), once a day and in slices, and with them visitors
 * who have no other conversation. Daily counts stay. Open conversations are never deleted.
 */
export class Retention implements DueKind {
  readonly name = 'retention'
  readonly atATime = 1

  constructor(protected parts: Parts) {}

  /** Schedules the widget's next run after a change of its settings; without a retention, there is none. */
  async schedule(widget: Widget, trx: TransactionClientContract): Promise<void> {
    const { id: subject, tenantId, retentionDays } = widget
    const task = { tenantId, kind: this.name, subject }
    if (retentionDays === null) return this.parts.dueActions.cancelTask(task, trx)
    await this.parts.dueActions.scheduleTask({ ...task, dueAt: DateTime.utc().plus(GRACE) }, trx)
  }

  /** What a run would delete now with so many days; deletes nothing. */
  preview({ id }: Widget, days: number): Promise<Expired> {
    return countExpired(id, DateTime.utc().minus({ days }))
  }

  async run(action: DueAction, now: DateTime, signal: AbortSignal): Promise<void> {
    const { payload, tenantId } = action
    const widget = await Widget.find(payload.subject)
    if (!widget?.retentionDays) return
    const before = now.minus({ days: widget.retentionDays })
    const run = runIn(payload) ?? (await this.#begin(widget, before))
    const isOurTurn = turn(signal)
    while (isOurTurn()) {
      const isDone =
        (await isOff(widget)) || (await this.#deleteSome(widget, before, { action, run })) === 0
      if (isDone) return this.#finish(widget, run, now)
    }
    const task = { tenantId, kind: this.name, subject: widget.id, payload: { ...run } }
    await this.parts.db.transaction((trx) => this.parts.dueActions.scheduleTask(task, trx))
  }

  async progress({ payload }: DueAction): Promise<Progress | null> {
    const run = runIn(payload)
    const widget = run && (await Widget.find(payload.subject))
    return widget ? { subject: widget.name, done: run.conversations, total: run.total } : null
  }

  /** Turns the widget's retention off: the next day would go on with it. */
  async cancel({ payload }: DueAction, userId: string | null): Promise<void> {
    const widget = await Widget.find(payload.subject)
    if (!widget?.retentionDays) return
    widget.merge({ retentionDays: null, updatedAt: DateTime.utc() })
    const record = recordOf(widget, widget.name, 'widget.updated', userId)
    await this.parts.audit.change(widget, 'save', record)
  }

  async #begin(widget: Widget, before: DateTime): Promise<Run> {
    const { conversations } = await countExpired(widget.id, before)
    return { total: conversations, conversations: 0, messages: 0 }
  }

  async #deleteSome(widget: Widget, before: DateTime, state: State): Promise<number> {
    const some = await expiredConversations(widget.id, before, LOOKED_AT)
    if (some.length === 0) return 0
    await this.parts.analytics.keepDays(widget.tenantId, some)
    for (const conversation of some) {
      await this.#delete(conversation, before, state)
      await betweenSlices()
    }
    return some.length
  }

  /** Deletes and counts it, both or neither, so that a process that ends in between leaves the right number. */
  async #delete(conversation: Conversation, before: DateTime, { action, run }: State) {
    const next = {
      total: run.total,
      conversations: run.conversations + 1,
      messages: run.messages + conversation.messageCount,
    }
    const { removal, dueActions } = this.parts
    const isDeleted = await removal.expire(conversation, before, (trx) =>
      dueActions.keepPayload(action, { ...action.payload, ...next }, trx)
    )
    if (isDeleted) Object.assign(run, next)
  }

  async #finish(widget: Widget, run: Run, now: DateTime) {
    const { db, audit, dueActions } = this.parts
    const { tenantId, id: subject, name } = widget
    await db.transaction(async (trx) => {
      if (run.conversations) {
        const about = `${name} (${run.conversations})`
        await audit.record(recordOf(widget, about, 'conversation.expired', null), trx)
      }
      if (widget.retentionDays === null) return
      const task = { tenantId, kind: this.name, subject, dueAt: now.plus(EVERY) }
      await dueActions.scheduleTask(task, trx)
    })
  }
}

/** The state of a run that is under way; null between runs. */
const runIn = ({ total, conversations, messages }: DueAction['payload']): Run | null =>
  typeof total === 'number' ? ({ total, conversations, messages } as Run) : null

/** Whether an admin has turned the retention off, or cancelled the run, meanwhile. */
async function isOff(widget: Widget) {
  await widget.refresh()
  return widget.retentionDays === null
}
