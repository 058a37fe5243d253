import type { Outcome } from './outcome.js'

/** The last line of a run, for people and machines: `N passed, N failed`, and what was skipped if anything was. */
export function closingLineOf(outcomes: Outcome[]): string {
  const count = (wanted: Outcome['result']) =>
    outcomes.filter(({ result }) => result === wanted).length
  const line = `${count('passed')} passed, ${count('failed')} failed`
  const skipped = count('skipped')
  return skipped ? `${line}, ${skipped} skipped` : line
}
