import type DailyFigures from '#chat/models/daily_figures'
import type { AgentDirectory } from '#chat/services/agent_directory'
import { metricsOf, type Metrics } from '#chat/services/analytics/metrics'
import { emptyTally, merge, type Tally } from '#chat/services/analytics/tally'

/** One agent's figures; `agentId` is null for the conversations that nobody has. */
export interface AgentReport {
  agentId: number | null
  name: string | null
  metrics: Metrics
}

/** Figures per agent, the busiest first and nobody's last. */
export async function agentReports(
  tenantId: string,
  rows: DailyFigures[],
  agents: AgentDirectory
): Promise<AgentReport[]> {
  const tallies = new Map<number, Tally>()
  for (const row of rows) {
    const tally = tallies.get(row.agentId) ?? emptyTally()
    merge(tally, row)
    tallies.set(row.agentId, tally)
  }
  const names = await agents.names(tenantId, [...tallies.keys()].filter(Boolean))
  return [...tallies]
    .map(([id, tally]) => ({
      agentId: id || null,
      name: names.get(id) ?? null,
      metrics: metricsOf(tally),
    }))
    .sort(byWork)
}

const byWork = (left: AgentReport, right: AgentReport) =>
  Number(left.agentId === null) - Number(right.agentId === null) ||
  right.metrics.started - left.metrics.started ||
  (left.name ?? '').localeCompare(right.name ?? '')
