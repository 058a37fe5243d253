import { rmSync } from 'node:fs'
import { createConnection } from 'mysql2/promise'
import pg from 'pg'

/** The databases that are a server, by the name of their connection in `config/database.ts`. */
export type ServerKind = 'mysql' | 'pg'

interface Server {
  port: number
  user: string
  create: (name: string) => string
  drop: (name: string) => string
  run: (statement: string) => Promise<unknown[]>
}

const SERVERS: Record<ServerKind, Server> = {
  mysql: {
    port: 3306,
    user: 'root',
    create: (name) => `CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`,
    drop: (name) => `DROP DATABASE IF EXISTS \`${name}\``,
    async run(statement) {
      const connection = await createConnection(serverFromEnvironment('mysql'))
      const [rows] = await connection.query(statement).finally(() => connection.end())
      return rows as unknown[]
    },
  },
  pg: {
    port: 5432,
    user: 'postgres',
    create: (name) => `CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8'`,
    drop: (name) => `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`,
    async run(statement) {
      const client = new pg.Client({ ...serverFromEnvironment('pg'), database: 'postgres' })
      await client.connect()
      const { rows } = await client.query(statement).finally(() => client.end())
      return rows
    },
  },
}

export const isServer = (kind: string | undefined): kind is ServerKind =>
  kind !== undefined && kind in SERVERS

/** The server that `DB_*` name, as for the application itself. */
export function serverFromEnvironment(kind: ServerKind) {
  const { port, user } = SERVERS[kind]
  return {
    host: process.env.DB_HOST ?? '127.0.0.1',
    port: Number(process.env.DB_PORT ?? port),
    user: process.env.DB_USER ?? user,
    password: process.env.DB_PASSWORD ?? '',
  }
}

/** Runs one statement on the server, in no database of ours, and returns its rows. */
export async function onServer<Row>(kind: ServerKind, statement: string) {
  return (await SERVERS[kind].run(statement)) as Row[]
}

/** Makes an empty database on the server, in place of one of that name; returns what drops it. */
export async function emptyDatabase(kind: ServerKind, name: string): Promise<() => Promise<void>> {
  const drop = async () => void (await onServer(kind, SERVERS[kind].drop(name)))
  await drop()
  await onServer(kind, SERVERS[kind].create(name))
  return drop
}

/** Removes an SQLite database with the files beside it. */
export function removeDatabaseFile(file: string) {
  for (const each of [file, `${file}-chat-search`]) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${each}${suffix}`, { force: true })
  }
}
