import { DateTime } from 'luxon'
import type Widget from '#chat/models/widget'
import { responseChart, volumeChart } from '#chat/presenters/dashboard/charts'
import { presentChoices } from '#chat/presenters/dashboard/choices'
import { duration, number, stars } from '#chat/presenters/dashboard/quantities'
import type { AgentReport } from '#chat/services/analytics/agent_reports'
import type { Overview, Report } from '#chat/services/analytics/analytics'
import type { Metrics } from '#chat/services/analytics/metrics'
import { text } from '#chat/texts/text'
import { DATE, inWords } from '#chat/texts/formats'

/** One figure with what it is of. */
interface Tile {
  label: string
  value: string
  notes: string[]
}

/** All that the dashboard says, in words; `isLimited` when the reader does not see all chats. */
export function presentDashboard(shown: {
  overview: Overview
  report: Report
  widgets: Widget[]
  widget: Widget | null
  isLimited: boolean
}) {
  const { overview, report, widgets, widget, isLimited } = shown
  return {
    choices: presentChoices(report, widgets, widget),
    subject:
      widget?.name ?? (isLimited ? text('dashboard.your_widgets') : text('dashboard.all_widgets')),
    scopeNotice: isLimited ? text('dashboard.limited') : null,
    days: presentDays(report),
    timeZone: report.timeZone,
    now: presentNow(overview),
    figures: presentFigures(report.metrics),
    charts: [volumeChart(report.series), responseChart(report.series)],
    agents: report.agents.map(presentAgent),
  }
}

function presentDays({ period: { from, to } }: Report) {
  const written = (day: string) => inWords(DateTime.fromISO(day), DATE)
  if (from === to) return written(from)
  return text('dashboard.periods.range', { from: written(from), to: written(to) })
}

function presentNow(overview: Overview): Tile[] {
  const { activeChats, pendingChats, strandedChats, startedToday, resolvedToday } = overview
  return [
    {
      label: text('dashboard.now.active'),
      value: number(activeChats),
      notes: [text('dashboard.now.active_note')],
    },
    {
      label: text('dashboard.now.pending'),
      value: number(pendingChats),
      notes: [text('dashboard.now.pending_note')],
    },
    {
      label: text('dashboard.now.stranded'),
      value: number(strandedChats),
      notes: [
        strandedChats ? text('dashboard.now.stranded_note') : text('dashboard.now.none_stranded'),
      ],
    },
    { label: text('dashboard.now.started'), value: number(startedToday), notes: [] },
    { label: text('dashboard.now.resolved'), value: number(resolvedToday), notes: [] },
    {
      label: text('dashboard.now.response'),
      value: duration(overview.averageFirstResponse),
      notes: [text('dashboard.now.average')],
    },
    { label: text('dashboard.now.online'), value: number(overview.agentsOnline), notes: [] },
  ]
}

function presentFigures({ started, answered, response, resolution, rating }: Metrics): Tile[] {
  return [
    {
      label: text('dashboard.figures.conversations'),
      value: number(started),
      notes: [
        text('dashboard.figures.answered', { count: answered }),
        text('dashboard.figures.resolved', { count: resolution.count }),
      ],
    },
    {
      label: text('dashboard.response_time'),
      value: duration(response.average),
      notes: [
        text('dashboard.figures.median', { time: duration(response.median) }),
        text('dashboard.figures.p90', { time: duration(response.p90) }),
      ],
    },
    {
      label: text('dashboard.agents.resolution'),
      value: duration(resolution.average),
      notes: [
        text('dashboard.figures.median', { time: duration(resolution.median) }),
        text('dashboard.figures.p90', { time: duration(resolution.p90) }),
      ],
    },
    {
      label: text('dashboard.figures.satisfaction'),
      value:
        rating.average === null
          ? stars(null)
          : text('dashboard.figures.of_five', { stars: stars(rating.average) }),
      notes: [text('dashboard.figures.ratings', { count: rating.count })],
    },
  ]
}

function presentAgent({ agentId, name, metrics }: AgentReport) {
  const { started, response, resolution, rating } = metrics
  return {
    name:
      name ??
      (agentId === null ? text('dashboard.agents.unassigned') : text('dashboard.agents.former')),
    isNobody: agentId === null,
    handled: number(started),
    response: duration(response.average),
    responseMedian: duration(response.median),
    resolved: number(resolution.count),
    resolution: duration(resolution.average),
    rating: stars(rating.average),
    ratings: rating.count ? text('dashboard.figures.ratings', { count: rating.count }) : '',
  }
}
