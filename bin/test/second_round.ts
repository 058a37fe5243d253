import type { Part } from './parts.js'
import { keyOf, latestOf, type Outcome } from './outcome.js'

/** When more fail than this, something is broken that a calmer machine does not mend. */
const MOST = 20

const unique = (values: string[]) => [...new Set(values)]

/**
 * What runs one time more when all processes have ended: exactly the tests that failed, as one part. Null where
 * nothing failed, where too much did, or where something failed that is no test.
 */
export function secondRoundOf(outcomes: Outcome[]): Part | null {
  const failed = outcomes.filter(({ result }) => result === 'failed')
  const files = failed.flatMap(({ file }) => file ?? [])
  if (!failed.length || failed.length > MOST || files.length < failed.length) return null
  return [
    ...unique(failed.map(({ suite }) => suite)),
    ...unique(files).map((file) => `--files=${file}`),
    ...unique(failed.map(({ title }) => title)).map((title) => `--tests=${title}`),
  ]
}

/** What failed first and passed later: the outcomes that failed, with their errors. */
export function mendedIn(outcomes: Outcome[]): Outcome[] {
  const last = new Map(latestOf(outcomes).map((outcome) => [keyOf(outcome), outcome.result]))
  return latestOf(outcomes.filter(({ result }) => result === 'failed')).filter(
    (outcome) => last.get(keyOf(outcome)) === 'passed'
  )
}
