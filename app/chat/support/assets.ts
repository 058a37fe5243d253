import { existsSync, readFileSync, statSync } from 'node:fs'
import app from '@adonisjs/core/services/app'

/** Addresses of one entry's built files. */
export interface ChatAsset {
  js: string
  css: string[]
}

type Manifest = Record<string, { file: string; css?: string[] }>

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
