import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'

type Manifest = Record<string, { file: string; name?: string }>

const MANIFEST = 'dist/public/crm/manifest.json'

let kept: Map<string, string> | null = null

function readManifest() {
  const entries = new Map<string, string>()
  try {
    const manifest = JSON.parse(readFileSync(app.makePath(MANIFEST), 'utf8')) as Manifest
    for (const [source, { file }] of Object.entries(manifest)) {
      entries.set(source.slice(source.lastIndexOf('/') + 1), `/crm/${file}`)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  return entries
}

/**
 * The address of a built asset by the name of its source (`app.css`, `app.ts`). Before the first
 * build that address leads nowhere: pages then show without style rather than not at all.
 */
export function crmAsset(source: string) {
  if (!kept || !app.inProduction) kept = readManifest()
  return kept.get(source) ?? `/crm/${source}`
}
