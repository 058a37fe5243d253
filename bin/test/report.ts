import { latestOf, type Outcome } from './outcome.js'

/** The last line of a report whose process has come to the end of its tests. */
export const END = 'end'

const linesOf = (report: string) => report.split('\n').slice(0, -1)

const toldIn = (report: string) =>
  linesOf(report)
    .filter((line) => line !== END)
    .map((line) => JSON.parse(line) as Outcome)

/** Whether a process has come to the end of its tests. */
export const hasEnded = (report: string) => linesOf(report).at(-1) === END

/** The file of the test that began or ended last. */
export const lastFileIn = (report: string) =>
  toldIn(report).findLast(({ file }) => file !== null)?.file ?? null

/**
 * How the tests of a process ended, from the lines of its report and from how the process ended itself. One that
 * did not come to its end has failed, whatever its tests say, and so has one that failed without a test that did.
 */
export function outcomesIn(report: string, process: string, exit: number | string): Outcome[] {
  const tests = testsIn(report, exit)
  const isComplete = hasEnded(report)
  const isExplained = exit === 0 || tests.some(({ result }) => result === 'failed')
  if (isComplete && isExplained) return tests
  const name = `The process ended with ${exit}${isComplete ? '' : ', before its tests did'}`
  const end = { suite: process, file: null, group: null, title: name, name }
  return [...tests, { result: 'failed', ...end }]
}

/** How the tests of a process ended; the one that was running when it ended has failed. */
export function testsIn(report: string, exit: number | string): Outcome[] {
  return latestOf(toldIn(report)).map((outcome) => {
    if (outcome.result !== 'begun') return outcome
    const error = `It was running when its process ended with ${exit}`
    return { ...outcome, result: 'failed', error }
  })
}
