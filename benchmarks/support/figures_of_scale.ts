import type { ProcessesResult } from '../figures/processes.js'
import type { SoakResult } from '../figures/soak.js'
import type { StreamsResult } from '../figures/streams.js'
import type { Figure } from './report.js'
import { MB, megabytes, times } from './units.js'

const SCALES = 1.6
const MEMORY_MB = 600
const DELIVERED_MS = 100
const BACK_MS = 15_000
const RESTART_MS = 500
/** A round writes hundreds of messages: what each of them left behind would be far more. */
const HEAP_SLOPE_KB = 50

const milliseconds = (value: number) => `${value.toFixed(0)} ms`

export function processesFigures({ database, one, two, restart, withoutStream }: ProcessesResult) {
  const { lost, doubled, reordered } = restart
  const of = `rolling restart of two processes at 50 messages/s, ${database}`
  return [
    {
      what: `visitors' messages per second, two processes and Redis, ${database}`,
      measured: two.toFixed(0),
      floor: one.toFixed(0),
      ratio: times(two / one),
      target: `≥ ${SCALES} × where cores are free`,
      met: two / one >= SCALES,
    },
    {
      what: `${of}: lost, doubled, reordered of ${restart.sent}`,
      measured: `${lost}, ${doubled}, ${reordered}`,
      target: '0, 0, 0',
      met: lost + doubled + reordered === 0,
    },
    {
      what: `${of}: until another tab shows a message, p95`,
      measured: `${milliseconds(restart.p95)} (slowest ${milliseconds(restart.slowest)})`,
      target: `≤ ${RESTART_MS} ms`,
      met: restart.p95 <= RESTART_MS,
    },
    {
      what: `${of}: without a stream, at most`,
      measured: `${milliseconds(withoutStream.most)} (p50 ${milliseconds(withoutStream.p50)})`,
      target: `≤ ${milliseconds(BACK_MS)}`,
      met: withoutStream.most <= BACK_MS,
    },
  ] satisfies Figure[]
}

export function streamsFigures({ streams, delivered, before, peak }: StreamsResult): Figure[] {
  const of = `${streams.toLocaleString('en')} streams on one process, 100 messages/s`
  return [
    {
      what: `${of}: POST to agents' frames, p99`,
      measured: `${milliseconds(delivered.p99)} (p50 ${milliseconds(delivered.p50)})`,
      target: `≤ ${DELIVERED_MS} ms`,
      met: delivered.p99 <= DELIVERED_MS && delivered.frames === delivered.expected,
    },
    {
      what: `${of}: memory at most; floor: without a stream`,
      measured: megabytes(peak),
      floor: megabytes(before),
      target: `≤ ${MEMORY_MB} MB`,
      met: peak <= MEMORY_MB * MB,
    },
  ]
}

export function soakFigures({ rounds, messages, heapSlope, handleSlope }: SoakResult): Figure[] {
  const of = `${messages.toLocaleString('en')} messages, 300 streams opened and closed in each of ${rounds} rounds`
  return [
    {
      what: `soak, time-compressed (${of}): heap after a collection, per round`,
      measured: `${(heapSlope / 1024).toFixed(1)} KB`,
      target: `≤ ${HEAP_SLOPE_KB} KB`,
      met: heapSlope <= HEAP_SLOPE_KB * 1024,
    },
    {
      what: 'soak, time-compressed: open handles, per round',
      measured: handleSlope.toFixed(2),
      target: '≤ 0.5',
      met: handleSlope <= 0.5,
    },
  ]
}
