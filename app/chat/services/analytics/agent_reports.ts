import type { AgentDirectory } from '#chat/services/team/agent_directory'
import type { CountedDay } from '#chat/services/analytics/counted_days'
import { metricsOf, type Metrics } from '#chat/services/analytics/metrics'

/** One agent's figures; `agentId` is null for unassigned conversations. */
export interface AgentReport {
  agentId: number | null
  name: string | null
  metrics: Metrics
}

/** Figures per agent, the busiest first; unassigned conversations come last. */
export async function agentReports(
  tenantId: string,
  days: CountedDay[],
  agents: AgentDirectory
): Promise<AgentReport[]> {
  const byAgent = Map.groupBy(days, ({ agentId }) => agentId)
  const names = await agents.names(tenantId, [...byAgent.keys()].filter(Boolean))
  return [...byAgent]
    .map(([id, tallies]) => ({
      agentId: id || null,
      name: names.get(id) ?? null,
      metrics: metricsOf(tallies),
    }))
    .sort(byWork)
}

const byWork = (left: AgentReport, right: AgentReport) =>
  Number(left.agentId === null) - Number(right.agentId === null) ||
  right.metrics.started - left.metrics.started ||
  (left.name ?? '').localeCompare(right.name ?? '')
