import { existsSync, readFileSync, statSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { chatUrl } from '#chat/support/chat_url'
import { builtFile } from '#chat/support/package_files'

/** URLs of one entry's built files. */
export interface ChatAsset {
  js: string
  /** The scripts that `js` imports, for `modulepreload`: else a browser asks for them when it has parsed the page. */
  imports: string[]
  css: string[]
}

type Manifest = Record<string, { file: string; css?: string[]; imports?: string[] }>

/** The keys of the widget's texts, in the order in which its script numbers them; a file of the build. */
export const TEXTS_ORDER = 'widget_texts.json'

let manifest: { readAt: number; entries: Manifest } | null = null

/** The hashed files of an entry, by its source path; empty URLs before the first build. */
export function chatAsset(entry: string): ChatAsset {
  const entries = readManifest()
  const found = entries[entry]
  return {
    js: found ? addressOf(found.file) : '',
    imports: [...importsOf(entries, entry)].map((key) => addressOf(entries[key].file)),
    css: (found?.css ?? []).map(addressOf),
  }
}

/** What a file imports, and what that imports in turn. */
function importsOf(entries: Manifest, key: string, found = new Set<string>()) {
  for (const each of entries[key]?.imports ?? []) {
    if (!found.has(each)) importsOf(entries, each, found.add(each))
  }
  return found
}

const addressOf = (path: string) =>
  chatUrl('chat.assets', { file: path.slice(path.lastIndexOf('/') + 1) })

/** Read once; in development again after each build. */
function readManifest(): Manifest {
  const path = builtFile('manifest.json')
  if (manifest && app.inProduction) return manifest.entries
  if (!existsSync(path)) return {}
  const writtenAt = statSync(path).mtimeMs
  if (manifest?.readAt !== writtenAt) {
    manifest = { readAt: writtenAt, entries: JSON.parse(readFileSync(path, 'utf8')) }
  }
  return manifest.entries
}
