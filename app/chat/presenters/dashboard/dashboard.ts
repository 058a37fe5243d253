import { DateTime } from 'luxon'
import type Widget from '#chat/models/widget'
import { responseChart, volumeChart } from '#chat/presenters/dashboard/charts'
import { presentChoices } from '#chat/presenters/dashboard/choices'
import { counted, duration, number, stars } from '#chat/presenters/dashboard/quantities'
import type { AgentReport } from '#chat/services/analytics/agent_reports'
import type { Overview, Report } from '#chat/services/analytics/analytics'
import type { Metrics } from '#chat/services/analytics/metrics'

/** One figure with what it is of. */
interface Tile {
  label: string
  value: string
  notes: string[]
}

/** All that the dashboard says, in words. */
export function presentDashboard(shown: {
  overview: Overview
  report: Report
  widgets: Widget[]
  widget: Widget | null
}) {
  const { overview, report, widgets, widget } = shown
  return {
    choices: presentChoices(report, widgets, widget),
    subject: widget?.name ?? 'All widgets',
    days: presentDays(report),
    timeZone: report.timeZone,
    now: presentNow(overview),
    figures: presentFigures(report.metrics),
    charts: [volumeChart(report.series), responseChart(report.series)],
    agents: report.agents.map(presentAgent),
  }
}

function presentDays({ period: { from, to } }: Report) {
  const text = (day: string) => DateTime.fromISO(day).setLocale('en').toFormat('d LLL yyyy')
  return from === to ? text(from) : `${text(from)} to ${text(to)}`
}

function presentNow(overview: Overview): Tile[] {
  const { activeChats, pendingChats, strandedChats, startedToday, resolvedToday } = overview
  return [
    { label: 'Active chats', value: number(activeChats), notes: ['an agent is on them'] },
    { label: 'Pending chats', value: number(pendingChats), notes: ['waiting for an agent'] },
    {
      label: 'Stranded chats',
      value: number(strandedChats),
      notes: [
        strandedChats
          ? 'no agent serves them: check Chat > Agents'
          : 'every chat has agents who serve it',
      ],
    },
    { label: 'Started today', value: number(startedToday), notes: [] },
    { label: 'Resolved today', value: number(resolvedToday), notes: [] },
    {
      label: 'First response today',
      value: duration(overview.averageFirstResponse),
      notes: ['average'],
    },
    { label: 'Agents online', value: number(overview.agentsOnline), notes: [] },
  ]
}

function presentFigures({ started, answered, response, resolution, rating }: Metrics): Tile[] {
  return [
    {
      label: 'Conversations',
      value: number(started),
      notes: [`${number(answered)} answered`, `${number(resolution.count)} resolved`],
    },
    {
      label: 'Response time',
      value: duration(response.average),
      notes: [`median ${duration(response.median)}`, `90 % within ${duration(response.p90)}`],
    },
    {
      label: 'Resolution time',
      value: duration(resolution.average),
      notes: [`median ${duration(resolution.median)}`, `90 % within ${duration(resolution.p90)}`],
    },
    {
      label: 'Satisfaction',
      value: rating.average === null ? stars(null) : `${stars(rating.average)} of 5`,
      notes: [counted(rating.count, 'rating', 'ratings')],
    },
  ]
}

function presentAgent({ agentId, name, metrics }: AgentReport) {
  const { started, response, resolution, rating } = metrics
  return {
    name: name ?? (agentId === null ? 'Nobody yet' : 'Former agent'),
    isNobody: agentId === null,
    handled: number(started),
    response: duration(response.average),
    responseMedian: duration(response.median),
    resolved: number(resolution.count),
    resolution: duration(resolution.average),
    rating: stars(rating.average),
    ratings: rating.count ? counted(rating.count, 'rating', 'ratings') : '',
  }
}
