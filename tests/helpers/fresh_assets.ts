import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { assetsAreStale } from '../../bin/start/built_assets.js'

const LOCK = 'build/.building'

/**
 * Browsers are tested with what the sources say now, on a clean clone as well. Of two runs that begin together
 * one builds and the other waits for it.
 */
export async function freshAssets() {
  mkdirSync('build', { recursive: true })
  while (assetsAreStale()) {
    if (takeLock()) build()
    else await pause(200)
  }
}

function build() {
  try {
    execFileSync(process.execPath, ['--import=@poppinss/ts-exec', 'bin/build.ts'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production' },
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
