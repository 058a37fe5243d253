import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

/**
 * Keeps what the application's TypeScript is compiled to, for all processes of the tests: each server that a test starts
 * would compile it anew. A file's text, and what compiles it, name what is kept, so that a change makes it anew.
 * Imported after `@poppinss/ts-exec`, which still compiles.
 */
const ROOT = new URL('../../', import.meta.url)
const KEPT = new URL('node_modules/.cache/typescript/', ROOT)
const read = (name: string) => readFileSync(new URL(name, ROOT), 'utf8')
const compiler = ['tsconfig.json', 'node_modules/@poppinss/ts-exec/package.json'].map(read).join()
const { imports } = JSON.parse(read('package.json')) as { imports: Record<string, string> }

mkdirSync(KEPT, { recursive: true })

const isOwn = (url = '') => url.startsWith(ROOT.href) && !url.includes('/node_modules/')

/** The file of TypeScript that an import of the application's own code means; null for any other import. */
function sourceOf(specifier: string, from: string): URL | null {
  const [alias] = specifier.split('/', 1)
  const path = imports[`${alias}/*`]?.replace('*', specifier.slice(alias.length + 1))
  const target = path ? new URL(path, ROOT) : specifier.startsWith('.') && new URL(specifier, from)
  if (!target || !target.pathname.endsWith('.js')) return null
  target.pathname = target.pathname.replace(/js$/, 'ts')
  return existsSync(target) ? target : null
}

registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL
    const source = from && isOwn(from) ? sourceOf(specifier, from) : null
    if (!source) return next(specifier, context)
    return { url: source.href, format: 'module-typescript', shortCircuit: true }
  },
  load(url, context, next) {
    if (!isOwn(url) || !url.endsWith('.ts')) return next(url, context)
    const text = readFileSync(new URL(url), 'utf8')
    const name = createHash('sha256').update(compiler).update(url).update(text).digest('hex')
    const kept = new URL(name, KEPT)
    if (existsSync(kept)) {
      return { format: 'module', source: readFileSync(kept, 'utf8'), shortCircuit: true }
    }
    const compiled = next(url, context)
    // Another process may read it while it is written
    const fresh = new URL(`${name}.${process.pid}`, KEPT)
    writeFileSync(fresh, String(compiled.source))
    renameSync(fresh, kept)
    return compiled
  },
})
