import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT_SCRIPTS } from '#chat/support/package_files'

const STAMP = 'dist/.built'
const RESULTS = [
  STAMP,
  ...BUILT_SCRIPTS.map((name) => `dist/chat/${name}.js`),
  'dist/chat/manifest.json',
  'dist/chat/widget_texts.json',
  'dist/public/crm/manifest.json',
]
/** The browser's code takes pure functions and texts from the module, and numbers the widget's texts. */
const SOURCES = [
  'resources/js',
  'resources/css',
  'app/chat/support',
  'app/chat/presenters/names.ts',
  'app/chat/texts',
  'package-lock.json',
]

/** Whether something that the browser's files are made of has changed since they were built. */
export function assetsAreStale() {
  if (!RESULTS.every((path) => existsSync(path))) return true
  const builtAt = statSync(STAMP).mtimeMs
  return SOURCES.some((source) => newestIn(source) > builtAt)
}

/** Notes that the sources of that moment are built; what is saved during a build makes it stale. */
export function markAsBuilt(beganAt: Date) {
  mkdirSync('dist', { recursive: true })
  writeFileSync(STAMP, '')
  utimesSync(STAMP, beganAt, beganAt)
}

/** Folders count too: their time shows files that were removed. */
function newestIn(path: string): number {
  const entries = statSync(path).isDirectory() ? readdirSync(path) : []
  return Math.max(statSync(path).mtimeMs, ...entries.map((name) => newestIn(join(path, name))))
}
