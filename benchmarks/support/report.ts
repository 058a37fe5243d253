import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

/** One line of the results. */
export interface Figure {
  what: string
  measured: string
  /** What it is held against, measured in the same run. */
  floor?: string
  ratio?: string
  target?: string
  met?: boolean
}

const HEADINGS = ['figure', 'measured', 'floor', 'ratio', 'target', 'met']

/** The machine and the versions, without which no figure means anything. */
export function machineLines(databases: string[], loadBefore: number) {
  const [{ model }] = cpus()
  const memory = `${Math.round(totalmem() / 1024 ** 3)} GB`
  return [
    `- ${new Date().toISOString().slice(0, 10)}, commit ${commit()}`,
    `- ${model.trim()}, ${cpus().length} cores, ${memory} of memory, ${process.platform}`,
    `- Node ${process.version}, ${databases.join(', ')}`,
    `- load before the run: ${loadBefore.toFixed(1)} on ${cpus().length} cores`,
  ]
}

export function tableOf(figures: Figure[]) {
  const rows = figures.map(({ what, measured, floor, ratio, target, met }) => [
    what,
    measured,
    floor ?? '',
    ratio ?? '',
    target ?? '',
    met === undefined ? '' : met ? 'yes' : 'no',
  ])
  return markdownTable([HEADINGS, ...rows])
}

export function markdownTable([headings, ...rows]: string[][]) {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  return [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n')
}

export function keepResults(sections: string[]) {
  writeFileSync(new URL('../RESULTS.md', import.meta.url), `${sections.join('\n\n')}\n`)
}

function commit() {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
