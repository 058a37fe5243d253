import { rmSync } from 'node:fs'
import { freePort } from '../start/ports.js'

/**
 * Gives a run of the tests a port and an SQLite file that no other run has, unless the environment names its own:
 * several runs on one machine do not see each other. The file goes when the run ends.
 */
export async function ownRun() {
  process.env.PORT ||= String(await freePort('localhost'))
  process.env.APP_URL ||= `http://localhost:${process.env.PORT}`
  if (process.env.SQLITE_PATH) return
  const file = `tmp/test-${process.pid}.sqlite3`
  process.env.SQLITE_PATH = file
  process.once('exit', () => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  })
}
