import uPlot from 'uplot'
import { locale } from '../shared/locale.js'
import type { Look } from './look.js'
import type { Numbers } from './numbers.js'

interface Shown {
  kind: 'bars' | 'line'
  unit: string
  /** The unit of the time axis: hours, days or weeks. */
  time: string
  numbers: Numbers
  look: Look
}

type Options = Omit<uPlot.Options, 'width' | 'height'>

const LABEL_WIDTH = 64

/** Two axes with a unit, a legend with the numbers under the pointer, and no animation. */
export function chartOptions(shown: Shown): Options {
  return {
    scales: { x: { time: false, range: wholeIndexes }, y: { range: fromZero } },
    axes: [timeAxis(shown), valueAxis(shown)],
    series: [
      { label: shown.time, value: (_, index) => pointedAt(shown.numbers.full, index) },
      ...lines(shown),
    ],
    cursor: { drag: { x: false, y: false }, y: false, points: { show: shown.kind === 'line' } },
    legend: {
      live: true,
      markers: { width: 0, fill: (_, index) => shown.look.series[index - 1] },
    },
  }
}

/** Without a pointer, the legend shows the newest point's numbers. */
const pointedAt = (texts: string[], index: number | null) => texts[index ?? texts.length - 1] ?? '–'

/** Half a step of margin on both sides, so that the first and last bars are drawn whole. */
const wholeIndexes: uPlot.Range.Function = (_, min, max) => [min - 0.5, max + 0.5]

/** The axis begins at zero, so that proportions are true, and leaves a margin above. */
const fromZero: uPlot.Range.Function = (_, __, max) => [0, Math.max(1, max * 1.1)]

function timeAxis({ numbers, look }: Shown): uPlot.Axis {
  return {
    stroke: look.muted,
    font: look.font,
    grid: { show: false },
    ticks: { show: false },
    space: LABEL_WIDTH,
    incrs: [1, 2, 3, 4, 6, 7, 14, 28],
    values: (_, indexes) => indexes.map((index) => numbers.short[index] ?? ''),
  }
}

function valueAxis({ unit, kind, look }: Shown): uPlot.Axis {
  return {
    label: unit,
    labelFont: look.font,
    labelSize: 18,
    stroke: look.muted,
    font: look.font,
    grid: { stroke: look.grid, width: 1 },
    ticks: { show: false },
    size: 44,
    incrs: kind === 'bars' ? WHOLE_STEPS : undefined,
    values: (_, values) => values.map((value) => value.toLocaleString(locale)),
  }
}

/** There are no half conversations. */
const WHOLE_STEPS = [1, 2, 5]
  .flatMap((step) => [0, 1, 2, 3, 4, 5].map((power) => step * 10 ** power))
  .sort((left, right) => left - right)

function lines({ kind, numbers, look }: Shown): uPlot.Series[] {
  return numbers.series.map(({ label, texts }, index) => ({
    label,
    stroke: look.series[index],
    value: (_, __, ___, at) => pointedAt(texts, at),
    ...(kind === 'bars'
      ? {
          fill: look.series[index],
          width: 0,
          paths: uPlot.paths.bars!({ size: [0.42, 28], align: index === 0 ? -1 : 1, gap: 1 }),
          points: { show: false },
        }
      : { width: 2, spanGaps: false, points: { show: true, size: 6, fill: look.series[index] } }),
  }))
}
