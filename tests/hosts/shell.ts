import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Variables of this repository's run, which a host does not inherit. */
const UNTOLD = /^(npm_|NODE_ENV$|PORT$|HOST$|APP_|SQLITE_PATH$|DB_|SESSION_|CI$)/

export function hostEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !UNTOLD.test(name))
  const path = [dirname(process.execPath), process.env.PATH].join(':')
  return { ...Object.fromEntries(kept), PATH: path, NO_COLOR: '1' }
}

/** Gives a production build its settings, and its database the tables. */
export const MIGRATE_BUILD =
  'mkdir -p build/tmp && cp .env build/ && cd build && NODE_ENV=production node ace migration:run --force'

/** Runs commands in a folder; one that fails shows all that it printed. */
export function shell(cwd: string) {
  return (command: string) =>
    new Promise<string>((resolve, reject) => {
      const child = spawn('sh', ['-c', command], {
        cwd,
        env: hostEnvironment(),
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let printed = ''
      let output = ''
      child.stdout.on('data', (chunk) => (printed += chunk))
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (c) => (output += c))
      child.once('close', (code) => {
        if (code === 0) return resolve(printed)
        reject(new Error(`${command} ended with ${code}\n${output.slice(-6000)}`))
      })
    })
}

export type Step = <T>(name: string, run: () => Promise<T>) => Promise<T>

/**
 * Says how long each thing took. `seconds` adds up the steps, which are what a user does; checks are what a user can
 * do without.
 */
export function stopwatch(kit: string) {
  let total = 0
  const timed =
    (ofUser: boolean): Step =>
    async (name, run) => {
      const startedAt = Date.now()
      const result = await run()
      const took = (Date.now() - startedAt) / 1000
      if (ofUser) total += took
      console.log(`${kit}: ${name.padEnd(28)} ${took.toFixed(1).padStart(6)} s`)
      return result
    }
  return { step: timed(true), check: timed(false), seconds: () => Math.round(total) }
}

/** The AdonisJS that a host has got. */
export function installed(folder: string) {
  const path = join(folder, 'node_modules/@adonisjs/core/package.json')
  return `@adonisjs/core ${JSON.parse(readFileSync(path, 'utf8')).version}`
}
