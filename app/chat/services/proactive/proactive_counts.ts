import { DateTime } from 'luxon'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { CrmHost } from '#chat/contracts/crm_host'
import ProactiveCount from '#chat/models/proactive_count'
import type ProactiveRule from '#chat/models/proactive_rule'
import { dayOf } from '#chat/services/analytics/local_days'
import { timeZoneOf } from '#chat/services/analytics/time_zone'

/** What happens to a proactive message. */
export type ProactiveEvent = 'shown' | 'dismissed' | 'answered'

export type ProactiveFigures = Record<ProactiveEvent, number>

/** The days that the figures of a rule are summed up over, today included. */
export const SUMMED_DAYS = 30

const NONE: ProactiveFigures = { shown: 0, dismissed: 0, answered: 0 }

/** Counts of proactive messages by day; they do not identify visitors. */
export class ProactiveCounts {
  constructor(
    protected db: QueryClientContract,
    protected host: CrmHost
  ) {}

  /** Counts one event of today, in the tenant's time zone. */
  async add({ id, tenantId }: ProactiveRule, event: ProactiveEvent): Promise<void> {
    const { table } = ProactiveCount
    const day = dayOf(DateTime.utc(), await timeZoneOf(this.host, tenantId))
    await this.db
      .knexQuery()
      .table(table)
      .insert({ tenant_id: tenantId, rule_id: id, day, [event]: 1 })
      .onConflict(['rule_id', 'day'])
      .merge({ [event]: this.db.knexRawQuery('?? + 1', [`${table}.${event}`]) })
  }

  /** The sums of the last `SUMMED_DAYS` days, by rule. */
  async sums(tenantId: string, rules: ProactiveRule[]): Promise<Map<number, ProactiveFigures>> {
    const sums = new Map(rules.map(({ id }) => [id, { ...NONE }]))
    if (rules.length === 0) return sums
    const zone = await timeZoneOf(this.host, tenantId)
    const from = dayOf(DateTime.utc().minus({ days: SUMMED_DAYS - 1 }), zone)
    const rows = await ProactiveCount.query()
      .whereIn('rule_id', [...sums.keys()])
      .where('day', '>=', from)
    for (const { ruleId, shown, dismissed, answered } of rows) {
      const sum = sums.get(ruleId)!
      sum.shown += shown
      sum.dismissed += dismissed
      sum.answered += answered
    }
    return sums
  }

  /** The counts of a rule, newest day first; days without any are left out. */
  days({ id }: ProactiveRule, limit: number): Promise<ProactiveCount[]> {
    return ProactiveCount.query().where('rule_id', id).orderBy('day', 'desc').limit(limit)
  }
}
