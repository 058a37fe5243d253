import 'reflect-metadata'
import { Ignitor } from '@adonisjs/core'
import type { ApplicationService } from '@adonisjs/core/types'

const APP_ROOT = new URL('../', import.meta.url)

/** A process that has not ended by then is stuck; supervisors wait two seconds longer (docs/operate.md). */
const ENDS_WITHIN_MS = 28_000

/**
 * Resolves what `adonisrc.ts` names by a relative path against the application root.
 */
function importFromRoot(filePath: string) {
  const isRelative = filePath.startsWith('./') || filePath.startsWith('../')
  return import(isRelative ? new URL(filePath, APP_ROOT).href : filePath)
}

/**
 * The one way in which every entry point (server, console, tests) starts the application.
 */
export function createIgnitor() {
  return new Ignitor(APP_ROOT, { importer: importFromRoot }).tap((app) => {
    app.booting(async () => {
      await import('#start/env')
    })
    app.listen('SIGTERM', () => end(app))
    app.listen('SIGINT', () => end(app))
  })
}

/** Ends the application, and with it the process: whatever a part of it waits for, such as a database that is gone. */
function end(app: ApplicationService) {
  setTimeout(() => {
    console.error(`Ended while these were open: ${process.getActiveResourcesInfo().join(', ')}`)
    process.exit(1)
  }, ENDS_WITHIN_MS).unref()
  return app.terminate()
}
