import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const FOLDER = resolve('node_modules/.cache/chromium')
const PROGRAM = join(FOLDER, 'chromium')
const UNPACK = "import('@sparticuz/chromium').then(({ default: it }) => it.executablePath())"

/**
 * The Chromium that npm brought, without a window system: it opens pages with a fifth of the work that a desktop's
 * Chromium has with them. Unpacked when it is first needed; of processes that begin together one keeps what it
 * unpacked, whole.
 */
export function packagedChromium() {
  if (!existsSync(PROGRAM)) unpack()
  return PROGRAM
}

function unpack() {
  mkdirSync('node_modules/.cache', { recursive: true })
  const fresh = mkdtempSync(`${FOLDER}-`)
  execFileSync(process.execPath, ['-e', UNPACK], { env: { ...process.env, TMPDIR: fresh } })
  try {
    renameSync(fresh, FOLDER)
  } catch (error) {
    rmSync(fresh, { recursive: true })
    if (!existsSync(PROGRAM)) throw error
  }
}
