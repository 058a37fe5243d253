import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import type { ApplicationService } from '@adonisjs/core/types'
import { chatMigrations, migrationsFolder } from '#chat/configure/migrations'
import { chatClient } from '#chat/models/chat_model'
import { MigrationsMissing, MigrationsPending } from '#chat/exceptions/setup_errors'

/**
 * Whether all migrations of this release are in the application, and have run.
 *
 * @throws MigrationsMissing, MigrationsPending
 */
export async function requireMigrations(app: ApplicationService) {
  const known = await recorded(app)
  const pending = chatMigrations().filter((name) => !known.has(name))
  if (!pending.length) return
  const lacking = pending.filter((name) => !isPublished(app, name))
  if (lacking.length) throw new MigrationsMissing(lacking.length)
  throw new MigrationsPending(pending.length)
}

/** The names of migrations that have run, without their folders. */
async function recorded(app: ApplicationService): Promise<Set<string>> {
  const client = chatClient(await app.container.make('lucid.db'))
  const config = app.config.get<{ tableName?: string }>(
    `database.connections.${client.connectionName}.migrations`,
    {}
  )
  const rows = await client.from(config.tableName ?? 'adonis_schema').select('name')
  return new Set(rows.map(({ name }: { name: string }) => basename(name)))
}

function isPublished(app: ApplicationService, name: string) {
  const folders = [migrationsFolder({ app }), app.migrationsPath()]
  return folders.some((folder) =>
    ['ts', 'js'].some((ending) => existsSync(`${folder}/${name}.${ending}`))
  )
}
