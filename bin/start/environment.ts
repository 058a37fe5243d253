import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

export type Environment = NodeJS.ProcessEnv & { HOST: string; PORT: string; APP_URL: string }

/** A receiver of webhooks that is tried out runs on the same machine. */
const OF_DEMO = { CHAT_PRIVATE_WEBHOOKS: 'true' }

const DEFAULTS = {
  NODE_ENV: 'development',
  HOST: 'localhost',
  PORT: '3333',
  LOG_LEVEL: 'info',
  DEMO_SITE_PORT: '3334',
  SQLITE_PATH: 'tmp/crm.sqlite3',
}

/**
 * The settings of this start: the environment first, then `.env`, then the defaults. The address
 * follows HOST and PORT unless another one is set.
 */
export function readEnvironment(): Environment {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const kept = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {}
  const isDemo = (given.NODE_ENV ?? kept.NODE_ENV) !== 'production'
  const settings = { ...DEFAULTS, ...(isDemo && OF_DEMO), ...kept, ...given }
  return { ...settings, APP_URL: given.APP_URL ?? addressFrom(kept, settings) }
}

/** Makes `.env` on the first start, and gives it a key of its own. */
export function ensureEnvFile() {
  if (process.env.APP_KEY && process.env.NODE_ENV === 'production') return
  if (!existsSync('.env')) copyFileSync('.env.example', '.env')
  const content = readFileSync('.env', 'utf8')
  if (parseEnv(content).APP_KEY) return
  const line = `APP_KEY=${randomBytes(24).toString('base64url')}`
  const hasLine = /^APP_KEY=.*$/m.test(content)
  writeFileSync('.env', hasLine ? content.replace(/^APP_KEY=.*$/m, line) : `${content}\n${line}\n`)
}

/** An address in `.env` that only repeats its HOST and PORT follows them when they are overruled. */
function addressFrom(kept: NodeJS.Dict<string>, settings: { HOST: string; PORT: string }) {
  const repeated = localAddress(kept.HOST ?? DEFAULTS.HOST, kept.PORT ?? DEFAULTS.PORT)
  const isChosen = kept.APP_URL && kept.APP_URL !== repeated
  return isChosen ? kept.APP_URL! : localAddress(settings.HOST, settings.PORT)
}

/** A server that listens on every address is reached at localhost. */
export function localAddress(host: string, port: string) {
  const name = ['0.0.0.0', '::'].includes(host) ? 'localhost' : host
  return `http://${name}:${port}`
}
