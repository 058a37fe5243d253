import { globSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

interface Suite {
  name: string
  files: string | string[]
}

/** A file that starts processes waits for them, and takes longer than its length says. */
const STARTS_PROCESSES = /\b(ServerProcess|serversWith|spawnSync|spawn|fork)\b/

/** The suites as the command line names them one after the other, each with the files first that take longest. */
export function suitesInOrder<Kind extends Suite>(suites: Kind[], args: string[]) {
  const place = ({ name }: Kind) => (args.includes(name) ? args.indexOf(name) : args.length)
  return suites
    .toSorted((a, b) => place(a) - place(b))
    .map((suite) => ({ ...suite, files: () => longestFirst(suite.files) }))
}

/** A process that takes a long file last is alone at the end. */
function longestFirst(files: string | string[]): URL[] {
  return globSync(files)
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .map(({ file, text }) => ({ file, waits: STARTS_PROCESSES.test(text), size: text.length }))
    .toSorted((a, b) => Number(b.waits) - Number(a.waits) || b.size - a.size)
    .map(({ file }) => pathToFileURL(file))
}
