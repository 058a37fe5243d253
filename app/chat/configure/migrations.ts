import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type Configure from '@adonisjs/core/commands/configure'
import type { ApplicationService } from '@adonisjs/core/types'
import { chatClient } from '#chat/models/chat_model'
import { packageFile } from '#chat/support/package_files'

/** A migration of the module, in the package as well as in this repository. */
const MIGRATION = /^\d{4}_.*_chat(_.*)?(?<!\.d)\.(js|ts)$/

/** The names of the module's migrations, in their order. */
export const chatMigrations = () =>
  readdirSync(packageFile('database/migrations'))
    .filter((file) => MIGRATION.test(file))
    .map((file) => basename(file).replace(/\.(js|ts)$/, ''))
    .sort()

/** The folder of a host in which each file stands for one migration of the module. */
export const migrationsFolder = ({ app }: Pick<Configure, 'app'>) => app.migrationsPath('chat')

/** The table in which the chat's connection records migrations, and the names in it. */
export async function recordedMigrations(app: ApplicationService) {
  const client = chatClient(await app.container.make('lucid.db'))
  const { tableName = 'adonis_schema' } = app.config.get<{ tableName?: string }>(
    `database.connections.${client.connectionName}.migrations`,
    {}
  )
  const rows: { name: string }[] = await client.from(tableName).select('name')
  return { client, tableName, names: rows.map(({ name }) => name) }
}

/** Writes a file of one line for each migration that the host does not have yet; the code stays in the package. */
export function publishMigrations(command: Pick<Configure, 'app' | 'logger'>, packageName: string) {
  const folder = migrationsFolder(command)
  mkdirSync(folder, { recursive: true })
  const missing = chatMigrations().filter((name) => !existsSync(`${folder}/${name}.ts`))
  for (const name of missing) {
    writeFileSync(
      `${folder}/${name}.ts`,
      `export { default } from '${packageName}/migrations/${name}'\n`
    )
  }
  const action = command.logger.action(`create ${missing.length} files in database/migrations/chat`)
  if (missing.length) action.succeeded()
  else action.skipped('they are there')
}
