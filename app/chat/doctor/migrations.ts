import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { ApplicationService } from '@adonisjs/core/types'
import { chatMigrations, migrationsFolder, recordedMigrations } from '#chat/configure/migrations'
import { MigrationsMissing, MigrationsPending } from '#chat/exceptions/setup_errors'

/**
 * Whether all migrations of this release are in the application, and have run.
 *
 * @throws MigrationsMissing, MigrationsPending
 */
export async function requireMigrations(app: ApplicationService) {
  const { names } = await recordedMigrations(app)
  const known = new Set(names.map((name) => basename(name)))
  const pending = chatMigrations().filter((name) => !known.has(name))
  if (!pending.length) return
  const lacking = pending.filter((name) => !isPublished(app, name))
  if (lacking.length) throw new MigrationsMissing(lacking.length)
  throw new MigrationsPending(pending.length)
}

function isPublished(app: ApplicationService, name: string) {
  const folders = [migrationsFolder({ app }), app.migrationsPath()]
  return folders.some((folder) =>
    ['ts', 'js'].some((ending) => existsSync(`${folder}/${name}.${ending}`))
  )
}
