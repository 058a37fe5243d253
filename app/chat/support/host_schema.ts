import type { ApplicationService } from '@adonisjs/core/types'
import type { ConnectionConfig } from '@adonisjs/lucid/types/database'
import type { ChatConfig } from '#chat/config/chat_config'
import { CHAT_TABLES } from '#chat/models/tables'

interface DatabaseConfig {
  connections?: Record<string, Pick<ConnectionConfig, 'schemaGeneration'>>
}

/** Keeps the module's tables out of the host's generated `database/schema.ts`; call it before Lucid is made. */
export function keepOutOfHostSchema(app: ApplicationService, { tablePrefix }: ChatConfig) {
  const { connections = {} } = app.config.get<DatabaseConfig>('database', {})
  const ours = CHAT_TABLES.map((name) => `${tablePrefix}chat_${name}`)
  for (const connection of Object.values(connections)) {
    const { schemaGeneration } = connection
    const excludeTables = [...(schemaGeneration?.excludeTables ?? []), ...ours]
    connection.schemaGeneration = { ...schemaGeneration, excludeTables }
  }
}
