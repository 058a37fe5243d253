import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import app from '@adonisjs/core/services/app'

/** Addresses of one entry's built files. */
export interface ChatAsset {
  js: string
  css: string[]
}

type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>

/** A file's text for standing inside a page, and what a Content-Security-Policy calls it. */
export interface InlineAsset {
  text: string
  hash: string
}

/** Where the built browser files live, under the application's root. */
export const CHAT_BUILD = 'build/chat'

let manifest: { readAt: number; entries: Manifest } | null = null

/** The hashed files of an entry, by the entry's source path; empty addresses before the first build. */
export function chatAsset(entry: string): ChatAsset {
  const found = readManifest()[entry]
  return {
    js: found ? `/chat-assets/${basename(found.file)}` : '',
    css: (found?.css ?? []).map((file) => `/chat-assets/${basename(file)}`),
  }
}

/**
 * An entry's script and styles for a page that carries them itself.
 * @throws when one of them would end the element that it stands in, or needs further files
 */
export function inlineAsset(entry: string): { js: InlineAsset; css: InlineAsset } {
  const found = readManifest()[entry]
  if (found?.imports) throw new Error(`${found.file} imports other files`)
  return { js: readInline(found ? [found.file] : []), css: readInline(found?.css ?? []) }
}

const inlined = new Map<string, InlineAsset>()

/** The files' names carry a hash of what is in them: what has been read stays true. */
function readInline(files: string[]): InlineAsset {
  const name = files.join()
  const known = inlined.get(name)
  if (known) return known
  const text = files.map((file) => readFileSync(app.makePath(CHAT_BUILD, file), 'utf8')).join('\n')
  if (/<\/(script|style)|<!--/i.test(text)) throw new Error(`${name} cannot stand inside a page`)
  const hash = `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const asset = { text, hash }
  inlined.set(name, asset)
  return asset
}

const basename = (file: string) => file.slice(file.lastIndexOf('/') + 1)

/** Read once; in development again whenever a build has replaced it. */
function readManifest(): Manifest {
  const path = app.makePath(CHAT_BUILD, 'manifest.json')
  if (manifest && app.inProduction) return manifest.entries
  if (!existsSync(path)) return {}
  const writtenAt = statSync(path).mtimeMs
  if (manifest?.readAt !== writtenAt) {
    manifest = { readAt: writtenAt, entries: JSON.parse(readFileSync(path, 'utf8')) }
  }
  return manifest.entries
}
