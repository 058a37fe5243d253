import { IANAZone } from 'luxon'
import type { Database } from '@adonisjs/lucid/database'
import type { CrmHost } from '#chat/contracts/crm_host'
import type Conversation from '#chat/models/conversation'
import type Widget from '#chat/models/widget'
import type { AgentDirectory } from '#chat/services/agent_directory'
import { agentReports, type AgentReport } from '#chat/services/analytics/agent_reports'
import { countedDays, type CountedDay } from '#chat/services/analytics/counted_days'
import { factsOf } from '#chat/services/analytics/conversation_facts'
import { liveFigures, type LiveFigures } from '#chat/services/analytics/live_figures'
import { spanOf } from '#chat/services/analytics/local_days'
import { metricsOf, type Metrics } from '#chat/services/analytics/metrics'
import { toPeriod, type Period, type PeriodRequest } from '#chat/services/analytics/period'
import { Rollup } from '#chat/services/analytics/rollup'
import type { QueueView } from '#chat/services/routing/queue_view'
import { isHourly, seriesOfDays, seriesOfHours, type Series } from '#chat/services/analytics/series'

/** The state of things now, and today so far (D1). */
export interface Overview extends LiveFigures {
  startedToday: number
  /** Seconds to the first reply, on the average of today's answered conversations. */
  averageFirstResponse: number | null
  agentsOnline: number
  /** Those that wait though no agent could ever be given them. */
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
 * How the team is doing: every figure of the dashboard, the export and the API. What each means is
 * written down in `metrics.ts` and `live_figures.ts`; days are those of the tenant's time zone.
 */
export class Analytics {
  #rollup: Rollup

  constructor(
    protected host: CrmHost,
    db: Database,
    protected agents: AgentDirectory,
    protected queue: QueueView
  ) {
    this.#rollup = new Rollup(db)
  }

  /** The tenant's time zone; UTC where the host names none that exists. */
  async timeZone(tenantId: string): Promise<string> {
    const zone = await this.host.timeZone(tenantId)
    return IANAZone.isValidZone(zone) ? zone : 'UTC'
  }

  /** Now and today, for all widgets or one of the tenant's. */
  async overview(tenantId: string, widget: Widget | null = null): Promise<Overview> {
    const zone = await this.timeZone(tenantId)
    const today = toPeriod({ period: 'today' }, zone)
    const [live, days, agentsOnline, strandedChats] = await Promise.all([
      liveFigures(tenantId, widget?.id ?? null, zone),
      this.#countedDays(tenantId, today, widget, zone),
      this.agents.onlineCount(tenantId),
      this.queue.stranded(tenantId, widget?.id ?? null),
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

  /** The figures of a period (see `toPeriod`), for all widgets or one of the tenant's. */
  async report(
    tenantId: string,
    request: PeriodRequest,
    widget: Widget | null = null
  ): Promise<Report> {
    const timeZone = await this.timeZone(tenantId)
    const period = toPeriod(request, timeZone)
    const days = await this.#countedDays(tenantId, period, widget, timeZone)
    const [series, agents] = await Promise.all([
      this.#series(tenantId, period, widget, days, timeZone),
      agentReports(tenantId, days, this.agents),
    ])
    return { period, timeZone, metrics: metricsOf(days), series, agents }
  }

  /** Counts all days of a tenant anew; reading does by itself what has changed. */
  async rebuild(tenantId: string): Promise<number> {
    return this.#rollup.rebuild(tenantId, await this.timeZone(tenantId))
  }

  /** Counts what has changed since somebody looked. */
  async refresh(tenantId: string): Promise<number> {
    return this.#rollup.refresh(tenantId, await this.timeZone(tenantId))
  }

  /** Counts the day of a conversation anew that has been deleted. */
  async forget({ tenantId, createdAt }: Conversation): Promise<void> {
    await this.#rollup.recount(tenantId, createdAt, await this.timeZone(tenantId))
  }

  async #countedDays(tenantId: string, period: Period, widget: Widget | null, zone: string) {
    await this.#rollup.refresh(tenantId, zone)
    return countedDays(tenantId, period, widget?.id ?? null)
  }

  async #series(
    tenantId: string,
    period: Period,
    widget: Widget | null,
    days: CountedDay[],
    zone: string
  ): Promise<Series> {
    if (!isHourly(period)) return seriesOfDays(days, period, zone)
    const facts = await factsOf(tenantId, spanOf(period.from, zone), widget?.id ?? null)
    return seriesOfHours(facts, period, zone)
  }
}
