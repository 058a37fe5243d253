import { randomBytes, randomInt } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyDatabase, serverFromEnvironment } from '../../bin/database_server.js'
import type { Edit, Kit } from './kits.js'

/** Lays out a fresh application in a folder of its own, with an empty database. */
export async function freshHost(name: string, kit: Kit, port: string) {
  const folder = mkdtempSync(join(tmpdir(), `chat-host-${name}-`))
  for (const layer of kit.layers) cpSync(`tests/hosts/kits/${layer}`, folder, { recursive: true })
  for (const path of kit.without ?? []) rmSync(join(folder, path), { recursive: true })
  mkdirSync(join(folder, 'tmp'))
  // Under its real name it would be this repository's linter's as well
  renameSync(join(folder, 'eslint.config.kit'), join(folder, 'eslint.config.js'))
  addPackages(folder, kit.packages ?? {})
  const database = await ownDatabase(kit)
  writeEnvironment(folder, port, database.env)

  async function remove() {
    await database.drop()
    if (!process.env.KEEP_HOSTS) rmSync(folder, { recursive: true, force: true })
  }
  return { folder, remove }
}

/** Edits a file as a user does; the line above has to be there. */
export function editByHand(folder: string, { file, below, line }: Edit) {
  const path = join(folder, file)
  const lines = readFileSync(path, 'utf8').split('\n')
  const at = lines.findIndex((each) => each.includes(below))
  if (at === -1) throw new Error(`${file} has no line with ${below}`)
  writeFileSync(path, lines.toSpliced(at + 1, 0, line).join('\n'))
}

function addPackages(folder: string, packages: Record<string, string>) {
  const path = join(folder, 'package.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  Object.assign(manifest.dependencies, packages)
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`)
}

async function ownDatabase({ database: kind }: Kit) {
  if (!kind) return { env: {}, drop: () => {} }
  const { host, port, user, password } = serverFromEnvironment(kind)
  const name = `chat_host_${process.pid}_${randomInt(1_000_000)}`
  const drop = await emptyDatabase(kind, name)
  const env = {
    DB_CONNECTION: kind,
    DB_HOST: host,
    DB_PORT: String(port),
    DB_USER: user,
    DB_PASSWORD: password,
    DB_DATABASE: name,
  }
  return { env, drop }
}

function writeEnvironment(folder: string, port: string, more: Record<string, string>) {
  const values: Record<string, string> = {
    PORT: port,
    APP_URL: `http://localhost:${port}`,
    APP_KEY: randomBytes(24).toString('base64url'),
    LOG_LEVEL: 'warn',
  }
  const lines = readFileSync(join(folder, '.env.example'), 'utf8').replace(
    /^(\w+)=.*$/gm,
    (line, name: string) => (name in values ? `${name}=${values[name]}` : line)
  )
  const added = Object.entries(more).map(([name, value]) => `${name}=${value}\n`)
  writeFileSync(join(folder, '.env'), [lines, ...added].join(''))
}
