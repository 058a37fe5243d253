import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { CrmHost } from '#chat/contracts/crm_host'
import type Conversation from '#chat/models/conversation'
import type Widget from '#chat/models/widget'
import type { AgentDirectory } from '#chat/services/team/agent_directory'
import { agentReports, type AgentReport } from '#chat/services/analytics/agent_reports'
import { countedDays, type CountedDay } from '#chat/services/analytics/counted_days'
import { factsOf } from '#chat/services/analytics/conversation_facts'
import { liveFigures, type LiveFigures } from '#chat/services/analytics/live_figures'
import { spanOf } from '#chat/services/analytics/local_days'
import { metricsOf, type Metrics } from '#chat/services/analytics/metrics'
import { toPeriod, type Period, type PeriodRequest } from '#chat/services/analytics/period'
import { timeZoneOf } from '#chat/services/analytics/time_zone'
import { RollupWorker } from '#chat/workers/rollup_worker'
import { figuredWidgets, type Sight } from '#chat/services/visibility/sight'
import type { QueueView } from '#chat/services/routing/queue_view'
import { isHourly, seriesOfDays, seriesOfHours, type Series } from '#chat/services/analytics/series'

/** The figures of this moment and of today so far (D1). */
export interface Overview extends LiveFigures {
  startedToday: number
  /** Average seconds to the first reply, over today's answered conversations. */
  averageFirstResponse: number | null
  agentsOnline: number
  /** Waiting conversations that no agent may be given, whatever their presence or load. */
  strandedChats: number
}

/** A period's figures (D2). */
export interface Report {
  period: Period
  timeZone: string
  metrics: Metrics
  series: Series
  agents: AgentReport[]
}

/**
 * The team's figures for the dashboard, the export and the API. `metrics.ts` and `live_figures.ts` define each
 * figure; days are those of the tenant's time zone.
 */
export class Analytics {
  #rollup: RollupWorker

  constructor(
    protected host: CrmHost,
    db: QueryClientContract,
    protected agents: AgentDirectory,
    protected queue: QueueView
  ) {
    this.#rollup = new RollupWorker(db)
  }

  /** The tenant's time zone, as an IANA name; UTC when the host names an unknown one. */
  timeZone(tenantId: string): Promise<string> {
    return timeZoneOf(this.host, tenantId)
  }

  /** The figures of this moment and of today, for one widget or for all that the user may see. */
  async overview(
    tenantId: string,
    widget: Widget | null = null,
    sight: Sight | null = null
  ): Promise<Overview> {
    const widgetIds = figuredWidgets(widget, sight)
    const zone = await this.timeZone(tenantId)
    const today = toPeriod({ period: 'today' }, zone)
    const [live, days, agentsOnline, strandedChats] = await Promise.all([
      liveFigures(tenantId, widgetIds, zone),
      this.#countedDays(tenantId, today, widgetIds, zone),
      this.agents.onlineCount(tenantId),
      this.queue.stranded(tenantId, widgetIds),
    ])
    const { started, response } = metricsOf(days)
    return {
      ...live,
      startedToday: started,
      averageFirstResponse: response.average,
      agentsOnline,
      strandedChats,
    }
  }

  /** The figures of a period (see `toPeriod`), for one widget or for all that the user may see. */
  async report(
    tenantId: string,
    request: PeriodRequest,
    widget: Widget | null = null,
    sight: Sight | null = null
  ): Promise<Report> {
    const widgetIds = figuredWidgets(widget, sight)
    const timeZone = await this.timeZone(tenantId)
    const period = toPeriod(request, timeZone)
    const days = await this.#countedDays(tenantId, period, widgetIds, timeZone)
    const [series, agents] = await Promise.all([
      this.#series(tenantId, period, widgetIds, days, timeZone),
      agentReports(tenantId, days, this.agents),
    ])
    return { period, timeZone, metrics: metricsOf(days), series, agents }
  }

  /** Recounts every day of a tenant. Reading needs no rebuild: it counts changed days first. */
  async rebuild(tenantId: string): Promise<number> {
    return this.#rollup.rebuild(tenantId, await this.timeZone(tenantId))
  }

  /** Counts the days on which conversations have changed since the last count. */
  async refresh(tenantId: string): Promise<number> {
    return this.#rollup.refresh(tenantId, await this.timeZone(tenantId))
  }

  /** Keeps the counts of the days on which these conversations began, which are about to be deleted by age. */
  async keepDays(tenantId: string, conversations: Conversation[]): Promise<void> {
    const newest = DateTime.max(...conversations.map(({ createdAt }) => createdAt))
    if (newest) await this.#rollup.keep(tenantId, newest, await this.timeZone(tenantId))
  }

  /** Recounts the day of a deleted conversation. */
  async forget({ tenantId, createdAt }: Conversation): Promise<void> {
    await this.#rollup.recount(tenantId, createdAt, await this.timeZone(tenantId))
  }

  async #countedDays(tenantId: string, period: Period, widgetIds: number[] | null, zone: string) {
    await this.#rollup.refresh(tenantId, zone)
    return countedDays(tenantId, period, widgetIds)
  }

  async #series(
    tenantId: string,
    period: Period,
    widgetIds: number[] | null,
    days: CountedDay[],
    zone: string
  ): Promise<Series> {
    if (!isHourly(period)) return seriesOfDays(days, period, zone)
    const facts = await factsOf(tenantId, spanOf(period.from, zone), widgetIds)
    return seriesOfHours(facts, period, zone)
  }
}
