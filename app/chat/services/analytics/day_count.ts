import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import DailyFigures from '#chat/models/daily_figures'
import { factsOf } from '#chat/services/analytics/conversation_facts'
import { spanOf, type Day } from '#chat/services/analytics/local_days'
import {
  count,
  countRating,
  emptyTally,
  type ConversationFacts,
  type Tally,
} from '#chat/services/analytics/tally'

const NO_AGENT = 0
const ROWS_PER_INSERT = 100

/**
 * Recounts one local day. The caller holds the tenant's rollup lock, so that an older count never replaces a newer
 * one from another process.
 */
export async function countDay(
  tenantId: string,
  day: Day,
  zone: string,
  trx: TransactionClientContract
) {
  const facts = await factsOf(tenantId, spanOf(day, zone), null, trx)
  const rows = tallyPerOwner(facts).map(({ widgetId, agentId, tally }) => ({
    tenant_id: tenantId,
    day,
    widget_id: widgetId,
    agent_id: agentId,
    started: tally.started,
    response_seconds: JSON.stringify(tally.responseSeconds),
    resolution_seconds: JSON.stringify(tally.resolutionSeconds),
    rating_sum: tally.ratingSum,
    rating_count: tally.ratingCount,
  }))
  await DailyFigures.query({ client: trx }).where({ tenant_id: tenantId, day }).delete()
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await trx.table(DailyFigures.table).multiInsert(rows.slice(from, from + ROWS_PER_INSERT))
  }
}

/** Deletes the stored counts of a tenant, except for those of the days that are kept. */
export async function clearDays(
  tenantId: string,
  keptUntil: Day | null,
  trx: TransactionClientContract
) {
  const query = DailyFigures.query({ client: trx }).where('tenant_id', tenantId)
  await (keptUntil ? query.where('day', '>', keptUntil) : query).delete()
}

/** One row per widget and agent. A rating counts for the agent who had the conversation when it was given. */
function tallyPerOwner(facts: ConversationFacts[]) {
  const owners = new Map<string, { widgetId: number; agentId: number; tally: Tally }>()
  const tallyOf = (widgetId: number, agentId: number) => {
    const key = `${widgetId} ${agentId}`
    const owner = owners.get(key) ?? { widgetId, agentId, tally: emptyTally() }
    owners.set(key, owner)
    return owner.tally
  }
  for (const each of facts) {
    const { widgetId, agentId, rating, ratedAgentId } = each
    count(tallyOf(widgetId, agentId ?? NO_AGENT), each)
    if (rating !== null) countRating(tallyOf(widgetId, ratedAgentId ?? agentId ?? NO_AGENT), rating)
  }
  return [...owners.values()]
}
