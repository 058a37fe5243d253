import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Part } from './parts.js'
import type { Outcome } from './outcome.js'
import { hasEnded, lastFileIn, outcomesIn, testsIn } from './report.js'
import { ownDatabase } from './own_database.js'
import { RunningPart } from './running_part.js'
import { claimOf } from './claims.js'
import { TYPESCRIPT } from './typescript.js'
import { freePort } from '../start/ports.js'

interface Run {
  /** A folder of this run alone. */
  folder: string
  /** Whether other parts run beside this one and take files of the same suites; its output appears when it ends. */
  sharesFiles: boolean
  /** Whether a process that did not come to its end is begun again. */
  isAgain: boolean
  /** What runs the tests, and the milliseconds after which it is ended when none begins or ends. */
  program?: string
  patience?: number
}

/** Someone, or a limit, stops the whole run by these: that is no hang. */
const STOPPING: unknown[] = ['SIGINT', 'SIGTERM']

/** No test takes half of this. */
const PATIENCE = 4 * 60_000

/**
 * Runs one part, and returns how its tests ended, in that order. A process that hangs or dies is begun again one
 * time: it runs the file that it was in, and those that no other process has taken.
 */
export async function runPart(part: Part, run: Run): Promise<Outcome[]> {
  const first = await runProcess(part, run)
  const isOver = hasEnded(first.report) && first.exit !== 'SIGKILL'
  if (isOver || STOPPING.includes(first.exit) || !run.isAgain)
    return outcomesIn(first.report, part.join(' '), first.exit)
  const file = lastFileIn(first.report)
  console.log(`\nA process ended with ${first.exit} in ${file ?? 'no file'}: it is begun again`)
  if (file) rmSync(claimOf(run.folder, resolve(file)), { force: true })
  const second = await runProcess(part, run)
  return [
    ...testsIn(first.report, first.exit),
    ...outcomesIn(second.report, part.join(' '), second.exit),
  ]
}

/** Runs tests in a process with a port and a database that no other run has, unless the environment names its own. */
async function runProcess(part: Part, { folder, sharesFiles, program, patience }: Run) {
  const database = await ownDatabase()
  const port = process.env.PORT || String(await freePort('localhost'))
  const report = `${folder}/${part.length}-${port}.report`
  writeFileSync(report, '')
  const exit = await new RunningPart({
    args: [...TYPESCRIPT, program ?? 'bin/test/run.ts', ...part],
    report,
    patience: patience ?? PATIENCE,
    isHeld: sharesFiles,
    env: {
      APP_URL: `http://localhost:${port}`,
      ...process.env,
      NODE_ENV: 'test',
      PORT: port,
      TEST_REPORT: report,
      ...(sharesFiles && { TEST_FILES: folder }),
      ...database.env,
    },
  }).ended()
  await database.remove()
  return { exit, report: readFileSync(report, 'utf8') }
}
