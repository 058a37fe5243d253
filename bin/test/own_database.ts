import { randomInt } from 'node:crypto'
import { emptyDatabase, isServer, removeDatabaseFile } from '../database_server.js'

interface OwnDatabase {
  /** What the process that uses it has in its environment. */
  env: Record<string, string>
  remove(): unknown
}

/** A database of one run of the tests, of the kind that the environment says; one that it names itself is kept. */
export async function ownDatabase(): Promise<OwnDatabase> {
  const kind = process.env.DB_CONNECTION
  if (isServer(kind) ? process.env.DB_DATABASE : process.env.SQLITE_PATH) {
    return { env: {}, remove: () => {} }
  }
  const run = `${process.pid}_${randomInt(1_000_000)}`
  if (isServer(kind)) {
    const name = `crm_chat_test_${run}`
    return { remove: await emptyDatabase(kind, name), env: { DB_DATABASE: name } }
  }
  const file = `tmp/test-${run}.sqlite3`
  return { remove: () => removeDatabaseFile(file), env: { SQLITE_PATH: file } }
}
