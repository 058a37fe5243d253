import type { BulkResult } from '#chat/services/bulk_actions'

/** What came of a bulk action in one line: `12 done, 2 were closed already`. */
export function summaryOf(results: BulkResult[]): string {
  const count = (outcome: BulkResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length
  const parts = [
    `${count('done')} done`,
    ...reasons(results, 'already').map(([reason, n]) => `${n} ${were(n)} ${reason} already`),
    ...reasons(results, 'refused').map(([reason, n]) => `${n} refused: ${reason}`),
    count('missing') > 0 && `${count('missing')} ${were(count('missing'))} not found`,
    count('failed') > 0 && `${count('failed')} failed, please try again`,
  ]
  return parts.filter(Boolean).join(', ')
}

const were = (count: number) => (count === 1 ? 'was' : 'were')

function reasons(results: BulkResult[], outcome: BulkResult['outcome']) {
  const counts = new Map<string, number>()
  for (const result of results) {
    if (result.outcome !== outcome) continue
    counts.set(result.reason!, (counts.get(result.reason!) ?? 0) + 1)
  }
  return [...counts]
}
