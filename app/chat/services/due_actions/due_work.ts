import { DateTime } from 'luxon'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import DueAction from '#chat/models/due_action'
import { fromSqlUtc, toSqlUtc } from '#chat/models/columns'
import type { AuditLog } from '#chat/services/audit/audit_log'
import type { DueKind, Progress } from '#chat/services/due_actions/due_kind'
import { NoSuchWork } from '#chat/exceptions/chat_errors'

const MOST = 100

/** The scheduled rows of one kind. */
export interface WaitingKind {
  kind: string
  /** All rows that are scheduled or run. */
  rows: number
  /** Rows whose time has come. */
  due: number
  /** The earliest due time. */
  nextAt: DateTime
}

/** Long work that is scheduled or runs. */
export interface LongWork {
  action: DueAction
  progress: Progress
}

/** What waits, what runs for long, and what has failed: for admins, and for `chat:due` and `chat:doctor`. */
export class DueWork {
  #kinds: Map<string, DueKind>

  constructor(
    protected db: QueryClientContract,
    protected audit: AuditLog,
    kinds: DueKind[],
    /** Kinds of rows that workers of their own run. */
    protected others: readonly string[] = []
  ) {
    this.#kinds = new Map(kinds.map((kind) => [kind.name, kind]))
  }

  /** Whether this version can run rows of this kind. */
  knows(kind: string) {
    return this.#kinds.has(kind) || this.others.includes(kind)
  }

  /** The scheduled rows of a tenant, or of all of them, by kind. */
  async waiting(tenantId?: string): Promise<WaitingKind[]> {
    const now = toSqlUtc(DateTime.utc())
    const rows = await this.#rows(tenantId)
      .whereNotNull('due_at')
      .groupBy('kind')
      .orderBy('kind')
      .select('kind')
      .count('* as rows')
      .min('due_at as next_at')
      .select(this.db.raw('sum(case when due_at <= ? then 1 else 0 end) as due', [now]))
      .pojo<{ kind: string; rows: number; next_at: string | Date; due: number }>()
    return rows.map((row) => ({
      kind: row.kind,
      rows: Number(row.rows),
      due: Number(row.due),
      nextAt: fromSqlUtc(row.next_at)!,
    }))
  }

  /** Rows that have failed too often, the newest first. */
  failed(tenantId?: string): Promise<DueAction[]> {
    return this.#rows(tenantId).whereNull('due_at').orderBy('created_at', 'desc').limit(MOST)
  }

  /** Long work of a tenant, or of all of them, and how far it has come. */
  async long(tenantId?: string): Promise<LongWork[]> {
    const names = [...this.#kinds.values()]
      .filter(({ progress }) => progress)
      .map(({ name }) => name)
    const actions = await this.#rows(tenantId)
      .whereIn('kind', names)
      .whereNotNull('due_at')
      .orderBy('created_at')
      .limit(MOST)
    const all = await Promise.all(
      actions.map(async (action) => ({
        action,
        progress: await this.#kinds.get(action.kind)!.progress!(action),
      }))
    )
    return all.flatMap(({ action, progress }) => (progress ? { action, progress } : []))
  }

  /**
   * Has a failed row run again, with all its attempts.
   *
   * @throws NoSuchWork when there is none by this key
   */
  async retry(tenantId: string, key: string, userId: string | null): Promise<void> {
    const action = await this.#find(tenantId, key)
    const [changed] = await DueAction.query()
      .where({ tenant_id: tenantId, key })
      .whereNull('due_at')
      .update({ due_at: toSqlUtc(DateTime.utc()), attempts: 0, error: null })
    if (!Number(changed)) throw new NoSuchWork()
    await this.#record('work.retried', action, userId)
  }

  /**
   * Ends long work before it is done, or gives up failed work. What it has done so far stays.
   *
   * @throws NoSuchWork when there is none by this key, or it cannot be cancelled
   */
  async cancel(tenantId: string, key: string, userId: string | null): Promise<void> {
    const action = await this.#find(tenantId, key)
    const { cancel } = this.#kinds.get(action.kind) ?? {}
    if (action.dueAt && !cancel) throw new NoSuchWork()
    await this.#kinds.get(action.kind)?.cancel?.(action, userId)
    const { token } = action
    await DueAction.query().where({ tenant_id: tenantId, key, token }).delete()
    await this.#record('work.cancelled', action, userId)
  }

  async #find(tenantId: string, key: string) {
    const action = await DueAction.query().where({ tenant_id: tenantId, key }).first()
    if (!action) throw new NoSuchWork()
    return action
  }

  #record(action: 'work.retried' | 'work.cancelled', row: DueAction, userId: string | null) {
    const { tenantId, key, kind } = row
    return this.audit.record({
      tenantId,
      userId,
      action,
      subject: { id: key.slice(0, 64), name: kind },
    })
  }

  #rows(tenantId?: string) {
    const query = DueAction.query()
    return tenantId === undefined ? query : query.where('tenant_id', tenantId)
  }
}
