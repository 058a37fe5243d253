import { DateTime } from 'luxon'
import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import RollupState from '#chat/models/rollup_state'
import { toSqlUtc } from '#chat/models/columns'
import { daysChangedSince } from '#chat/services/analytics/conversation_facts'
import { daysFrom, dayOf, type Day } from '#chat/services/analytics/local_days'
import { clearDays, countDay } from '#chat/services/analytics/day_count'
import { isDuplicate, lockRow } from '#chat/support/row_lock'

/**
 * Each count goes back this many seconds before the previous one: a transaction may commit later than the timestamp
 * it wrote, and clocks of several machines may differ.
 */
const OVERLAP_SECONDS = 60

/** Days per transaction, so that other writers can proceed in between. */
const DAYS_AT_ONCE = 7

/**
 * Keeps the stored daily counts of every tenant up to date. A day is always recounted from its conversations, never
 * incremented, so that counting twice, late or after a crash does no harm. The conversations' `updated_at` shows
 * which days have changed.
 */
export class RollupWorker {
  #underWay = new Map<string, Promise<number>>()

  constructor(protected db: QueryClientContract) {}

  /** Counts the days that have changed since the last count, and returns their number. */
  refresh(tenantId: string, zone: string): Promise<number> {
    const running = this.#underWay.get(tenantId)
    if (running) return running
    const started = this.#refresh(tenantId, zone).finally(() => this.#underWay.delete(tenantId))
    this.#underWay.set(tenantId, started)
    return started
  }

  /** Recounts the day of a deleted conversation, which leaves no `updated_at` behind; a kept day stays as it is. */
  async recount(tenantId: string, startedAt: DateTime, zone: string): Promise<void> {
    const state = await this.#stateOf(tenantId, zone)
    const day = dayOf(startedAt, zone)
    if (!state.countedAt || isKept(day, state)) return
    await this.#count(state, [day], zone)
  }

  /** Counts what has changed, and keeps the counts of days up to this one from then on. */
  async keep(tenantId: string, until: DateTime, zone: string): Promise<void> {
    const state = await this.#stateOf(tenantId, zone)
    const day = dayOf(until, zone)
    if (isKept(day, state)) return
    await this.refresh(tenantId, zone)
    await this.db.transaction(async (trx) => {
      const locked = await lockRow(RollupState, state.id, trx)
      if (isKept(day, locked)) return
      await this.#note(state.id, { kept_until: day }, trx)
    })
  }

  /** Recounts all days whose conversations are still there. */
  async rebuild(tenantId: string, zone: string): Promise<number> {
    const state = await this.#stateOf(tenantId, zone)
    const now = DateTime.utc()
    await this.db.transaction(async (trx) => {
      const { keptUntil } = await lockRow(RollupState, state.id, trx)
      await clearDays(tenantId, keptUntil, trx)
      await this.#note(state.id, { time_zone: zone, counted_at: null }, trx)
    })
    const days = localDaysOf(await daysChangedSince(tenantId, null), zone)
    await this.#count(state, days, zone)
    await this.#note(state.id, { counted_at: toSqlUtc(now) })
    return days.length
  }

  /** A changed time zone shifts the days, so that every stored count is discarded. */
  async #refresh(tenantId: string, zone: string): Promise<number> {
    const state = await this.#stateOf(tenantId, zone)
    if (!state.countedAt || state.timeZone !== zone) return this.rebuild(tenantId, zone)

    const now = DateTime.utc()
    const since = state.countedAt.minus({ seconds: OVERLAP_SECONDS })
    const days = localDaysOf(await daysChangedSince(tenantId, since), zone)
    if (days.length === 0) return 0
    await this.#count(state, days, zone)
    await this.#note(state.id, { counted_at: toSqlUtc(now) })
    return days.length
  }

  async #count(state: RollupState, days: Day[], zone: string) {
    for (let from = 0; from < days.length; from += DAYS_AT_ONCE) {
      await this.db.transaction(async (trx) => {
        const locked = await lockRow(RollupState, state.id, trx)
        for (const day of days.slice(from, from + DAYS_AT_ONCE)) {
          if (!isKept(day, locked)) await countDay(state.tenantId, day, zone, trx)
        }
      })
    }
  }

  async #stateOf(tenantId: string, zone: string): Promise<RollupState> {
    const find = () => RollupState.query().where('tenant_id', tenantId).first()
    const found = await find()
    if (found) return found
    try {
      const none = { countedAt: null, keptUntil: null }
      return await RollupState.create({ tenantId, timeZone: zone, ...none })
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return (await find())!
    }
  }

  #note(id: number, values: Record<string, string | null>, client?: TransactionClientContract) {
    return RollupState.query({ client }).where('id', id).update(values)
  }
}

/** Whether a day's counts stay: conversations of that day have been deleted by age. */
const isKept = (day: Day, { keptUntil }: RollupState) => keptUntil !== null && day <= keptUntil

/** The local days that UTC days overlap: two each, or three around a clock change. */
function localDaysOf(utcDays: string[], zone: string): Day[] {
  const days = utcDays.flatMap((day) => {
    const from = DateTime.fromISO(day, { zone: 'utc' })
    return daysFrom(dayOf(from, zone), dayOf(from.endOf('day'), zone))
  })
  return [...new Set(days)].sort()
}
