import { hostname } from 'node:os'
import type { DrillResult } from '#chat/drill/drill'

const seconds = (milliseconds = 0) => `${(milliseconds / 1000).toFixed(1)} s`

/** Whether every message came through, once and in its order. */
export const hasPassed = ({
  tally: { sent, acknowledged, lost, doubled, reordered },
}: DrillResult) => sent === acknowledged && lost + doubled + reordered === 0

/** A report to sign: what was broken, and what became of the messages. */
export function drillReport(result: DrillResult, database: string): string {
  const { tally, faults } = result
  const rows = faults.map(({ name, without, slowest }) => [
    name,
    without === null ? seconds(slowest) : `not made: ${without}`,
  ])
  return [
    `# Drill of ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `${hostname()}, Node ${process.version}, ${database}, ${result.seconds} seconds`,
    table(['broken', 'slowest message meanwhile'], rows),
    table(
      ['messages', ''],
      [
        ['written', String(tally.sent)],
        ['acknowledged', String(tally.acknowledged)],
        ['lost', String(tally.lost)],
        ['doubled', String(tally.doubled)],
        ['out of order', String(tally.reordered)],
        ['shown, p50', seconds(tally.p50)],
        ['shown, p95', seconds(tally.p95)],
        ['slowest', seconds(tally.slowest)],
      ]
    ),
    hasPassed(result) ? 'Passed: every message came through, once and in order.' : 'FAILED',
    'Signed: ____________________    Date: ____________',
  ].join('\n\n')
}

const table = (headings: string[], rows: string[][]) =>
  [headings, headings.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
