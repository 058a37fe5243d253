import { spawn } from 'node:child_process'
import { createConnection } from 'mysql2/promise'

/** Runs the same suites on MySQL or MariaDB, in a database of their own that is made when missing. */
const database = process.env.DB_DATABASE ?? 'crm_chat_test'
const connection = await createConnection({
  host: process.env.DB_HOST ?? '127.0.0.1',
  port: Number(process.env.DB_PORT ?? 3306),
  user: process.env.DB_USER ?? 'root',
  password: process.env.DB_PASSWORD ?? '',
})
await connection.query(`DROP DATABASE IF EXISTS \`${database}\``)
await connection.query(`CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4`)
await connection.end()

const suites = spawn(
  process.execPath,
  ['--import=@poppinss/ts-exec', 'bin/test.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, DB_CONNECTION: 'mysql', DB_DATABASE: database },
  }
)
suites.on('exit', (code) => process.exit(code ?? 1))
