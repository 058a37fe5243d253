import type { CalmResult } from '../figures/calm.js'
import type { SoakResult } from '../figures/soak.js'
import type { StreamsResult } from '../figures/streams.js'
import type { Figure } from './report.js'
import { MB, megabytes, times } from './units.js'

const MEMORY_MB = 600
const DELIVERED_MS = 100
/** A round writes hundreds of messages: what each of them left behind would be far more. */
const HEAP_SLOPE_KB = 50

const milliseconds = (value: number) => `${value.toFixed(0)} ms`

export function calmFigures(result: CalmResult): Figure[] {
  const { database, pages, alone, perPage, look, message, floor } = result
  const perSecond = (microseconds: number) => `${microseconds.toFixed(1)} µs/s`
  return [
    {
      what: `visitor's message on a calm site, ${database}, p50`,
      measured: `${message.toFixed(1)} ms`,
      floor: `${floor.toFixed(1)} ms`,
      ratio: times(message / floor),
    },
    {
      what: `time of the server for each of ${pages} idle pages, ${database}; floor: without a page`,
      measured: perSecond(perPage),
      floor: perSecond(alone),
    },
    {
      what: `time of the server for a look at the version of the settings, one in 0.8 s, ${database}`,
      measured: `${look.toFixed(0)} µs`,
    },
  ]
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
