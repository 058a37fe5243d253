import type { Series } from '#chat/services/analytics/series'
import { duration, durationScale, number, pointLabel } from '#chat/presenters/dashboard/quantities'
import { text } from '#chat/texts/text'

/** One value: as the chart draws it, and as the table says it. */
export interface Cell {
  /** Empty where there is nothing to draw. */
  value: string
  text: string
}

/** A chart and the table that says the same; the script draws the one from the other. */
export interface Chart {
  id: string
  kind: 'bars' | 'line'
  title: string
  hint: string
  /** What the vertical axis counts in. */
  unit: string
  timeHeading: string
  columns: string[]
  rows: { short: string; full: string; cells: Cell[] }[]
  isEmpty: boolean
  emptyText: string
}

/** How many conversations started, and how many of those are resolved. */
export function volumeChart(series: Series): Chart {
  return {
    id: 'chat-volume',
    kind: 'bars',
    title: text('dashboard.charts.volume.title'),
    hint: text(`dashboard.charts.volume.hint.${series.unit}`),
    unit: text('dashboard.charts.volume.unit'),
    timeHeading: text(`dashboard.units.${series.unit}`),
    columns: [text('dashboard.started'), text('dashboard.agents.resolved')],
    rows: rowsOf(series, ({ started, resolved }) => [countCell(started), countCell(resolved)]),
    isEmpty: series.points.every(({ started }) => started === 0),
    emptyText: text('dashboard.charts.volume.empty'),
  }
}

/** How long visitors waited for the first reply. */
export function responseChart(series: Series): Chart {
  const longest = Math.max(0, ...series.points.map(({ responseAverage }) => responseAverage ?? 0))
  const scale = durationScale(longest)
  return {
    id: 'chat-response',
    kind: 'line',
    title: text('dashboard.response_time'),
    hint: text(`dashboard.charts.response.hint.${series.unit}`),
    unit: scale.name,
    timeHeading: text(`dashboard.units.${series.unit}`),
    columns: [text('dashboard.charts.response.average')],
    rows: rowsOf(series, ({ responseAverage }) => [
      {
        value: responseAverage === null ? '' : (responseAverage / scale.seconds).toFixed(2),
        text: duration(responseAverage),
      },
    ]),
    isEmpty: series.points.every((point) => point.responseAverage === null),
    emptyText: text('dashboard.charts.response.empty'),
  }
}

function rowsOf({ unit, points }: Series, cellsOf: (point: Series['points'][number]) => Cell[]) {
  const shown = points.map(({ from }) => from.toFormat('HH:mm'))
  return points.map((point, index) => {
    const isTwice =
      unit === 'hour' && shown.indexOf(shown[index]) !== shown.lastIndexOf(shown[index])
    return { ...pointLabel(point.from, unit, isTwice), cells: cellsOf(point) }
  })
}

const countCell = (value: number): Cell => ({ value: String(value), text: number(value) })
