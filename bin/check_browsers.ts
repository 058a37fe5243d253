import { globSync, readFileSync } from 'node:fs'
import { features, type Feature } from './check_browsers/features.js'
import { withoutIt } from './check_browsers/oldest.js'

/** What is used although not every browser has it, and what happens in those that do not. */
const ALLOWED: Record<string, string> = {
  'properties field-sizing': 'the field grows by script',
  'properties forced-color-adjust': 'without forced colours there is nothing to adjust',
  'properties overflow-anchor': 'the script holds the place in the thread',
  'properties resize': 'phones have no corner to pull',
  'properties text-size-adjust': 'only phones that enlarge text on their own need it',
  'properties text-wrap': 'headings break less evenly',
  'RegExp.prototype.escape': 'a method of our own has that name',
  'selectors popover-open': "the reference CRM's sidebar on a phone; not in what a host installs",
}

/** Lists what the built files use that the oldest browsers of `browserslist` do not have. */
const newer = features()
  .map((feature) => ({ ...feature, missing: withoutIt(feature.support) }))
  .filter(({ name, missing }) => missing.length && !(name in ALLOWED))

const files = globSync('dist/**/*.{js,css}')
if (!files.length) throw new Error('Nothing is built: npm run build')

const problems = files.flatMap((file) => problemsIn(file, readFileSync(file, 'utf8')))
for (const problem of problems) console.error(problem)
console.log(`${files.length} files, ${problems.length} uses of what is too new`)
process.exitCode = problems.length ? 1 : 0

function problemsIn(file: string, text: string) {
  const kind: Feature['kind'] = file.endsWith('.css') ? 'css' : 'js'
  return newer
    .filter((feature) => feature.kind === kind && feature.pattern.test(text))
    .map(({ name, missing }) => `${file}: ${name} (${missing.join(', ')})`)
}
