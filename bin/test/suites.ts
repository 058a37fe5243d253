import { globSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

interface Suite {
  name: string
  files: string | string[]
}

/** The suites as the command line names them one after the other, each with its largest files first. */
export function suitesInOrder<Kind extends Suite>(suites: Kind[], args: string[]) {
  const place = ({ name }: Kind) => (args.includes(name) ? args.indexOf(name) : args.length)
  return suites
    .toSorted((a, b) => place(a) - place(b))
    .map((suite) => ({ ...suite, files: () => largestFirst(suite.files) }))
}

/** A process that takes a long file last is alone at the end. */
function largestFirst(files: string | string[]): URL[] {
  return globSync(files)
    .map((file) => ({ file, size: statSync(file).size }))
    .toSorted((a, b) => b.size - a.size)
    .map(({ file }) => pathToFileURL(file))
}
