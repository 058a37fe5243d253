import { DateTime } from 'luxon'
import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import RollupState from '#chat/models/rollup_state'
import { toSqlUtc } from '#chat/models/columns'
import { daysChangedSince } from '#chat/services/analytics/conversation_facts'
import { daysFrom, dayOf, type Day } from '#chat/services/analytics/local_days'
import { clearDays, countDay } from '#chat/services/analytics/day_count'
import { isDuplicate, lockRow } from '#chat/services/row_lock'

/**
 * Changes of this many seconds before the last count are looked at again: a transaction may commit
 * later than the time it wrote, and clocks of several machines may disagree.
 */
const OVERLAP_SECONDS = 60

/** Days that are counted in one transaction: other writers get their turn in between. */
const DAYS_AT_ONCE = 7

/**
 * Keeps the counted days of every tenant true. A day is always counted as a whole from the
 * conversations themselves, never added to: counting it twice, late, or after a crash does no harm.
 * Which days have to be counted again, the conversations' time of their last change tells.
 */
export class Rollup {
  #underWay = new Map<string, Promise<number>>()

  constructor(protected db: Database) {}

  /** Counts what has changed since the last time. Answers with the number of days counted. */
  refresh(tenantId: string, zone: string): Promise<number> {
    const running = this.#underWay.get(tenantId)
    if (running) return running
    const started = this.#refresh(tenantId, zone).finally(() => this.#underWay.delete(tenantId))
    this.#underWay.set(tenantId, started)
    return started
  }

  /** Counts one day anew, of which a conversation is gone: nothing that is left tells of that. */
  async recount(tenantId: string, startedAt: DateTime, zone: string): Promise<void> {
    const state = await this.#stateOf(tenantId, zone)
    if (state.countedAt) await this.#count(state, [dayOf(startedAt, zone)], zone)
  }

  /** Counts all days anew, whatever was counted before. */
  async rebuild(tenantId: string, zone: string): Promise<number> {
    const state = await this.#stateOf(tenantId, zone)
    const now = DateTime.utc()
    await this.db.transaction(async (trx) => {
      await lockRow(RollupState, state.id, trx)
      await clearDays(tenantId, trx)
      await this.#note(state.id, { time_zone: zone, counted_at: null }, trx)
    })
    const days = localDaysOf(await daysChangedSince(tenantId, null), zone)
    await this.#count(state, days, zone)
    await this.#note(state.id, { counted_at: toSqlUtc(now) })
    return days.length
  }

  /** A tenant in another time zone has other days: none of those counted is of use. */
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
        await lockRow(RollupState, state.id, trx)
        for (const day of days.slice(from, from + DAYS_AT_ONCE)) {
          await countDay(state.tenantId, day, zone, trx)
        }
      })
    }
  }

  async #stateOf(tenantId: string, zone: string): Promise<RollupState> {
    const find = () => RollupState.query().where('tenant_id', tenantId).first()
    const found = await find()
    if (found) return found
    try {
      return await RollupState.create({ tenantId, timeZone: zone, countedAt: null })
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return (await find())!
    }
  }

  #note(id: number, values: Record<string, string | null>, client?: TransactionClientContract) {
    return RollupState.query({ client }).where('id', id).update(values)
  }
}

/** The local days that UTC days reach into: two of them, or three around a clock change. */
function localDaysOf(utcDays: string[], zone: string): Day[] {
  const days = utcDays.flatMap((day) => {
    const from = DateTime.fromISO(day, { zone: 'utc' })
    return daysFrom(dayOf(from, zone), dayOf(from.endOf('day'), zone))
  })
  return [...new Set(days)].sort()
}
