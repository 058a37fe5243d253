import { readFileSync } from 'node:fs'
import { BUILT_SCRIPTS } from '#chat/support/package_files'

interface Entry {
  file: string
  css?: string[]
}

/** The folder that the browser build writes to; files of earlier builds stay in it. */
const FOLDER = 'dist/chat'

/** The browser's files of the last build, with their compressed copies. */
export function builtFiles(): Set<string> {
  const manifest = JSON.parse(readFileSync(`${FOLDER}/manifest.json`, 'utf8')) as Record<
    string,
    Entry
  >
  const named = Object.values(manifest).flatMap(({ file, css = [] }) => [file, ...css])
  const files = [
    'manifest.json',
    'widget_texts.json',
    ...BUILT_SCRIPTS.map((name) => `${name}.js`),
    ...named,
  ]
  return new Set(
    files.flatMap((file) => ['', '.br', '.gz'].map((end) => `${FOLDER}/${file}${end}`))
  )
}
