import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createIgnitor } from '../../../bin/boot.js'
import { separateMigrations } from './migrations.js'

/**
 * A process of its own, for models take table and connection when they are loaded: the chat's tables are in a second
 * SQLite file and have another prefix. Sends what happened to its parent.
 */
const folder = mkdtempSync('tmp/other-connection-')
process.env.DB_CONNECTION = 'sqlite'
process.env.SQLITE_PATH = join(folder, 'crm.sqlite3')

/** Changes the configuration before the application reads it. */
async function configure() {
  const migrations = separateMigrations(folder)
  const { default: database } = await import('#config/database')
  const { default: chat } = await import('#config/chat')
  const { sqlite } = database.connections
  const connections = {
    sqlite: { ...sqlite, migrations: { paths: [migrations.crm] } },
    chat: {
      ...sqlite,
      connection: { filename: join(folder, 'chat.sqlite3') },
      migrations: { paths: [migrations.chat] },
    },
  }
  Object.assign(database.connections, connections)
  Object.assign(chat, { connection: 'chat', tablePrefix: 'shop_' })
}

const app = createIgnitor()
  .tap((booting) => booting.booting(configure))
  .createApp('console')
try {
  await app.init()
  await app.boot()
  const { migrate, story } = await import('./story.js')
  await migrate('sqlite')
  await migrate('chat')
  await app.start(() => {})
  process.send!({ outcome: await story() })
} finally {
  await app.terminate()
  rmSync(folder, { recursive: true })
}
