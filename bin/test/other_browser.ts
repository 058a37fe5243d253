import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { isChoice } from './parts.js'

interface Choice {
  /** What `TEST_BROWSER` is, for the tests to know. */
  browser: string
  /** The programs that have to be installed. */
  needs: string[]
  suite: string
  /** Which tests of it, as the runner's own flags say it. */
  choice: string[]
}

/** Long enough for a second round of what failed. */
const ENDS_AFTER_MINUTES = 8

/**
 * Runs a few browser tests in a browser of the system, or none where it is not installed. What is chosen on
 * the command line replaces the choice; a run that does not end is ended.
 */
export function testIn({ browser, needs, suite, choice }: Choice) {
  const missing = needs.find((program) => !existsSync(program))
  if (missing) {
    console.log(`${missing} is not installed`)
    console.log('0 passed, 0 failed')
    return
  }
  const given = process.argv.slice(2)
  const chosen = isChoice(given) ? given : [...choice, ...given]
  const tests = spawn(
    process.execPath,
    ['--import=@poppinss/ts-exec', 'bin/test.ts', suite, ...chosen],
    {
      stdio: 'inherit',
      env: { ...process.env, TEST_BROWSER: browser },
      timeout: ENDS_AFTER_MINUTES * 60_000,
    }
  )
  tests.on('exit', (code, signal) => {
    if (signal) console.log(`Not done after ${ENDS_AFTER_MINUTES} minutes\n0 passed, 1 failed`)
    process.exit(code ?? 1)
  })
}
