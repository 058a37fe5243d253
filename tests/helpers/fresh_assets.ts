import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { assetsAreStale } from '../../bin/start/built_assets.js'

const LOCK = 'dist/.building'

/** Milliseconds; a build takes a tenth of this on a machine that does nothing else. */
const PATIENCE = 180_000

/**
 * Browsers are tested with what the sources say now, on a clean clone as well. Of two runs that begin together
 * one builds and the other waits for it.
 *
 * @throws Error when the files stay stale: sources are dated in the future, or the run that builds hangs
 */
export async function freshAssets() {
  mkdirSync('dist', { recursive: true })
  const givesUpAt = Date.now() + PATIENCE
  while (assetsAreStale()) {
    if (Date.now() > givesUpAt) {
      throw new Error(
        `What browsers load stays older than its sources; ${LOCK} names who builds it`
      )
    }
    if (takeLock()) build()
    else await pause(200)
  }
}

function build() {
  try {
    execFileSync(process.execPath, ['--import=@poppinss/ts-exec', 'bin/build.ts'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
      timeout: PATIENCE,
    })
  } finally {
    rmSync(LOCK, { force: true })
  }
}

/** Whether this run may build: no other one does, or it ended without giving the lock back. */
function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isRunning(LOCK)) rmSync(LOCK, { force: true })
    return false
  }
}

function isRunning(lock: string) {
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0)
  } catch {
    return false
  }
}
