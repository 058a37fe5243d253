import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { closingLineOf } from './test/closing_line.js'
import { latestOf } from './test/outcome.js'
import { partsOf, type Part } from './test/parts.js'
import { runPart } from './test/part.js'
import { mendedIn, secondRoundOf } from './test/second_round.js'
import { summaryOf } from './test/summary.js'

const AGAIN = '--again'

/**
 * Runs the tests that the command line names. Without a choice all of them run, in several processes side by
 * side, each with a database and a port of its own. With `--again` what failed runs one time more, alone, when all
 * processes have ended, and a process that hangs or dies is begun again; what passes then is named, so that it is
 * mended.
 */
const args = process.argv.slice(2)
const isAgain = args.includes(AGAIN)
const first = await runParts(partsOf(args.filter((arg) => arg !== AGAIN)))
const again = isAgain ? secondRoundOf(latestOf(first)) : null
if (again) console.log('\nSecond round: what failed, alone')
const all = [...first, ...(again ? await runParts([again]) : [])]

const outcomes = latestOf(all)
const lines = [...summaryOf(outcomes, mendedIn(all)), closingLineOf(outcomes)]
console.log(['', ...lines].join('\n'))
process.exitCode = outcomes.some(({ result }) => result === 'failed') ? 1 : 0

async function runParts(parts: Part[]) {
  mkdirSync('tmp', { recursive: true })
  const folder = mkdtempSync('tmp/run-')
  try {
    const run = { folder, sharesFiles: parts.length > 1, isAgain }
    const ended = await Promise.all(parts.map((part) => runPart(part, run)))
    return ended.flat()
  } finally {
    rmSync(folder, { recursive: true })
  }
}
