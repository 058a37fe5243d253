import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { builtFile, type BuiltScript } from '#chat/support/package_files'

const sources = new Map<BuiltScript, Promise<string>>()

/** A built script; read once, in development again every time, so that a rebuild shows. */
export function builtScript(name: BuiltScript): Promise<string> {
  const known = app.inProduction && sources.get(name)
  if (known) return known
  const source = readFile(builtFile(`${name}.js`), 'utf8')
  sources.set(name, source)
  return source
}
