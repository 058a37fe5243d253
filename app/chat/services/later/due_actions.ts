import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import DueAction from '#chat/models/due_action'
import { toSqlUtc } from '#chat/models/columns'
import type Conversation from '#chat/models/conversation'

/** After this long a run that has not ended is taken for abandoned; far longer than one may take. */
const LEASE_SECONDS = 60
const RETRY_AFTER_SECONDS = [5, 30, 120, 600, 3600] as const
const MAX_ERROR = 500

/** A purpose: one conversation has one row of it at most. */
export type Purpose = 'inbox-action' | 'snooze' | 'auto-close'

export interface DueOrder {
  purpose: Purpose
  /** The kind that is to run. */
  kind: string
  dueAt: DateTime
  payload?: Record<string, unknown>
}

/**
 * The rows of what is to happen later, for any number of processes to take from: whoever advances a row's
 * count of attempts has it until its lease ends. The claim is one conditional update, so that no process
 * waits for a row that another has locked.
 */
export class DueActions {
  /** Writes what is due for a conversation in the transaction that causes it; an earlier row of the purpose is replaced. */
  async schedule(
    { id, tenantId }: Conversation,
    { purpose, kind, dueAt, payload = {} }: DueOrder,
    trx: TransactionClientContract
  ): Promise<void> {
    await trx
      .knexQuery()
      .table(DueAction.table)
      .insert({
        key: keyOf(purpose, id),
        token: randomUUID(),
        tenant_id: tenantId,
        kind,
        conversation_id: id,
        payload: JSON.stringify(payload),
        attempts: 0,
        due_at: toSqlUtc(dueAt),
        error: null,
        created_at: toSqlUtc(DateTime.utc()),
      })
      .onConflict('key')
      .merge()
  }

  /** Up to `most` rows that are due, the oldest first; `kinds` are those that this process can run. */
  due(now: DateTime, kinds: string[], most: number): Promise<DueAction[]> {
    return DueAction.query()
      .where('due_at', '<=', toSqlUtc(now))
      .whereIn('kind', kinds)
      .orderBy('due_at')
      .limit(most)
  }

  /** Takes a row until the lease ends; answers false when another process was faster. */
  async claim(action: DueAction, now: DateTime): Promise<boolean> {
    const [claimed] = await this.#mine(action)
      .where('due_at', '<=', toSqlUtc(now))
      .update({
        attempts: action.attempts + 1,
        due_at: toSqlUtc(now.plus({ seconds: LEASE_SECONDS })),
      })
    action.attempts += 1
    return Number(claimed) > 0
  }

  /** It is done; a row that was scheduled anew meanwhile stays. */
  async end(action: DueAction): Promise<void> {
    await this.#mine(action).delete()
  }

  /** It is tried again later, or, having failed too often, kept for people to look at. */
  async fail(action: DueAction, now: DateTime, error: unknown): Promise<void> {
    const wait = RETRY_AFTER_SECONDS[action.attempts - 1]
    const reason = error instanceof Error ? error.message : String(error)
    await this.#mine(action).update({
      due_at: wait === undefined ? null : toSqlUtc(now.plus({ seconds: wait })),
      error: reason.slice(0, MAX_ERROR),
    })
  }

  /** Puts off what cannot run now, as an attempt that was not made. */
  async putOff(action: DueAction, until: DateTime): Promise<void> {
    await this.#mine(action).update({ due_at: toSqlUtc(until), attempts: action.attempts - 1 })
  }

  /** The row while this run is the one that has it. */
  #mine({ key, token, attempts }: DueAction) {
    return DueAction.query().where({ key, token, attempts })
  }
}

const keyOf = (purpose: Purpose, conversationId: number) => `${purpose}:${conversationId}`
