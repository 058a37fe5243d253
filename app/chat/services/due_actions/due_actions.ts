import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import DueAction from '#chat/models/due_action'
import { toSqlUtc } from '#chat/models/columns'
import type Conversation from '#chat/models/conversation'
import { claimRow } from '#chat/services/due_actions/lease'
import { nextAttemptAt } from '#chat/services/due_actions/retry_schedule'

const RETRY_AFTER_SECONDS = [5, 30, 120, 600, 3600] as const
const MAX_ERROR = 500

/** The purpose of a row: a conversation has at most one row per purpose. */
export type Purpose =
  | 'inbox-action'
  | 'snooze'
  | 'auto-close'
  | 'reply-mail'
  | 'transcript-mail'
  | 'missed-chat'
  | 'follow-up'
  | 'notice'

export interface DueOrder {
  purpose: Purpose
  /** The name of the `DueKind` that runs the row. */
  kind: string
  dueAt: DateTime
  payload?: Record<string, unknown>
}

/** Work that is about no conversation. */
export interface Task {
  tenantId: string
  kind: string
  /** The id of what it is about, or several that name it together. */
  subject: number | string
  /** Now, when omitted. */
  dueAt?: DateTime
  /** What the kind keeps with it, beside the subject. */
  payload?: Record<string, unknown>
}

type NewRow = Pick<DueAction, 'key' | 'tenantId' | 'kind' | 'conversationId' | 'payload'> & {
  dueAt: DateTime
}

/**
 * The schedule of later actions, shared by any number of processes: the process that advances a row's count of
 * attempts owns it until its lease ends.
 */
export class DueActions {
  /** Schedules an action in the transaction that causes it; an earlier row of the same purpose is replaced. */
  async schedule(
    { id, tenantId }: Conversation,
    { purpose, kind, dueAt, payload = {} }: DueOrder,
    trx: TransactionClientContract
  ): Promise<void> {
    const key = keyOf(purpose, id)
    await this.#insert(trx, { key, tenantId, kind, conversationId: id, payload, dueAt })
  }

  /**
   * Schedules work of a tenant, of which there is at most one per kind and subject; an earlier row of it is
   * replaced.
   */
  async scheduleTask(
    { tenantId, kind, subject, payload = {}, dueAt = DateTime.utc() }: Task,
    trx: TransactionClientContract
  ): Promise<void> {
    const key = taskKey({ kind, subject })
    await this.#insert(trx, {
      key,
      tenantId,
      kind,
      conversationId: null,
      payload: { ...payload, subject },
      dueAt,
    })
  }

  /** Deletes a conversation's action of a purpose, if there is one. */
  async cancel({ id }: Conversation, purpose: Purpose, trx: TransactionClientContract) {
    await DueAction.query({ client: trx }).where('key', keyOf(purpose, id)).delete()
  }

  /** Deletes scheduled work of a tenant, if there is any. */
  async cancelTask({ tenantId, ...task }: Task, trx: TransactionClientContract): Promise<void> {
    await DueAction.query({ client: trx })
      .where({ tenant_id: tenantId, key: taskKey(task) })
      .delete()
  }

  /** Up to `most` due rows, the oldest first; `kinds` are those that this process can run. */
  due(now: DateTime, kinds: string[], most: number): Promise<DueAction[]> {
    return DueAction.query()
      .where('due_at', '<=', toSqlUtc(now))
      .whereIn('kind', kinds)
      .orderBy('due_at')
      .limit(most)
  }

  /** Claims a row until the lease ends; returns false when another process was faster. */
  claim(action: DueAction, now: DateTime): Promise<boolean> {
    return claimRow(action, this.#mine(action), now)
  }

  /**
   * Deletes a finished row; one that was rescheduled meanwhile stays. Within the transaction of its effect, the effect
   * happens once: after a crash before it the row runs again, and after it there is no row.
   */
  async end(action: DueAction, trx?: TransactionClientContract): Promise<void> {
    await this.#mine(action, trx).delete()
  }

  /** Stores how far the work has come, in the transaction that brings it there; an older run stores nothing. */
  async keepPayload(
    action: DueAction,
    payload: DueAction['payload'],
    trx: TransactionClientContract
  ): Promise<void> {
    await this.#mine(action, trx).update({ payload: JSON.stringify(payload) })
  }

  /** Schedules a retry or, after too many failures, keeps the row for an administrator to inspect. */
  async fail(action: DueAction, now: DateTime, error: unknown): Promise<void> {
    const dueAt = nextAttemptAt(action.attempts, RETRY_AFTER_SECONDS, null, now)
    const reason = error instanceof Error ? error.message : String(error)
    await this.#mine(action).update({
      due_at: dueAt && toSqlUtc(dueAt),
      error: reason.slice(0, MAX_ERROR),
    })
  }

  /** Ends the lease of an interrupted run, so that another process need not wait for it. */
  async release(action: DueAction): Promise<void> {
    await this.#mine(action).update({ due_at: toSqlUtc(DateTime.utc()) })
  }

  /** Postpones a row that cannot run yet, without counting an attempt. */
  async putOff(action: DueAction, until: DateTime): Promise<void> {
    await this.#mine(action).update({ due_at: toSqlUtc(until), attempts: action.attempts - 1 })
  }

  async #insert(trx: TransactionClientContract, row: NewRow) {
    await trx
      .knexQuery()
      .table(DueAction.table)
      .insert({
        key: row.key,
        token: randomUUID(),
        tenant_id: row.tenantId,
        kind: row.kind,
        conversation_id: row.conversationId,
        payload: JSON.stringify(row.payload),
        attempts: 0,
        due_at: toSqlUtc(row.dueAt),
        error: null,
        created_at: toSqlUtc(DateTime.utc()),
      })
      .onConflict('key')
      .merge()
  }

  /** The row, as long as this run still owns it. */
  #mine({ key, token, attempts }: DueAction, client?: TransactionClientContract) {
    return DueAction.query({ client }).where({ key, token, attempts })
  }
}

/** The key of a tenant's work. */
export const taskKey = ({ kind, subject }: Omit<Task, 'tenantId'>) => `${kind}:${subject}`

const keyOf = (purpose: Purpose, conversationId: number) => `${purpose}:${conversationId}`
