import type { Outcome } from './outcome.js'

const nameOf = ({ suite, group, name, file }: Outcome) =>
  [suite, group, name].filter(Boolean).join(' / ') + (file ? ` (${file})` : '')

function paragraph(heading: string, outcome: Outcome) {
  const lines = (outcome.error ?? '').split('\n')
  return [`${heading}: ${nameOf(outcome)}`, ...lines.map((line) => `    ${line}`)]
}

/** What stands before the last line: each test that needed a second round, then each that failed, with its error. */
export function summaryOf(outcomes: Outcome[], mended: Outcome[]): string[] {
  return [
    ...mended.flatMap((outcome) => paragraph('Passed in the second round', outcome)),
    ...outcomes
      .filter(({ result }) => result === 'failed')
      .flatMap((outcome) => paragraph('Failed', outcome)),
  ]
}
