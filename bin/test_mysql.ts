import { spawn } from 'node:child_process'
import { createConnection } from 'mysql2/promise'

/**
 * Runs the same suites on MySQL or MariaDB, in a database that no other run has, unless the environment names one.
 * One that was made for the run goes when the run ends.
 */
const database = process.env.DB_DATABASE || `crm_chat_test_${process.pid}`
const drop = `DROP DATABASE IF EXISTS \`${database}\``
await administer(drop, `CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4`)

const suites = spawn(
  process.execPath,
  ['--import=@poppinss/ts-exec', 'bin/test.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, DB_CONNECTION: 'mysql', DB_DATABASE: database },
  }
)
suites.on('exit', async (code) => {
  if (!process.env.DB_DATABASE) await administer(drop)
  process.exit(code ?? 1)
})

async function administer(...statements: string[]) {
  const connection = await createConnection({
    host: process.env.DB_HOST ?? '127.0.0.1',
    port: Number(process.env.DB_PORT ?? 3306),
    user: process.env.DB_USER ?? 'root',
    password: process.env.DB_PASSWORD ?? '',
  })
  for (const statement of statements) await connection.query(statement)
  await connection.end()
}
