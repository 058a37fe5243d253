/** What one process runs, as the runner's arguments. */
export type Part = string[]

/** Each process begins with other suites, and helps with the rest when they are done. */
const SUITES_OF_PROCESSES = [
  ['unit', 'functional', 'browser'],
  ['browser', 'functional'],
  ['browser', 'functional'],
]

/**
 * Splits a run into parts that run side by side and share the files of their suites. A run that names suites, files
 * or tests is one part; flags that name none of them, such as `--timeout`, go to every part.
 */
export function partsOf(args: string[]): Part[] {
  if (isChoice(args)) return [args]
  return SUITES_OF_PROCESSES.map((suites) => [...suites, ...args])
}

/** Whether arguments of the runner name suites, files or tests. */
export function isChoice(args: string[]) {
  return args.some((arg) => !arg.startsWith('--') || /^--(files|tests|tags|groups)/.test(arg))
}
