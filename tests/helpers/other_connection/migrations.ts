import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = 'database/migrations'

/** Folders with the module's migrations and with the host's, each a line that re-exports it, as hosts of the package have. */
export function separateMigrations(folder: string) {
  for (const file of readdirSync(FOLDER)) {
    const isOfModule = readFileSync(join(FOLDER, file), 'utf8').includes('chatTable')
    const place = join(folder, isOfModule ? 'chat' : 'crm')
    mkdirSync(place, { recursive: true })
    const line = `export { default } from '#database/migrations/${file.replace('.ts', '')}'\n`
    writeFileSync(join(place, file), line)
  }
  return { chat: join(folder, 'chat'), crm: join(folder, 'crm') }
}
