import type { BulkOrder, BulkResult } from '#chat/services/bulk_actions'

/** What has been done, after "3 conversations". */
const DONE: Record<BulkOrder['action'], string> = {
  resolve: 'resolved',
  close: 'closed',
  archive: 'archived',
  undo: 'left as they were',
  assign: 'assigned',
  priority: 'given this priority',
  label: 'labelled',
}

/** What came of a bulk action in one line: `12 conversations resolved, 2 were closed already`. */
export function summaryOf(results: BulkResult[], order: BulkOrder): string {
  const count = (outcome: BulkResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length
  const parts = [
    doneLine(count('done'), results.length, order),
    ...reasons(results, 'already').map(([reason, n]) => `${n} ${were(n)} ${reason} already`),
    ...reasons(results, 'refused').map(([reason, n]) => `${n} refused: ${reason}`),
    count('missing') > 0 && `${count('missing')} ${were(count('missing'))} not found`,
    count('failed') > 0 && `${count('failed')} failed, please try again`,
  ]
  return parts.filter(Boolean).join(', ')
}

/** Left out where nothing was done, and something else is said instead. */
function doneLine(count: number, of: number, order: BulkOrder) {
  if (count === 0 && of > 0) return false
  const what = order.action === 'assign' && !order.to ? 'unassigned' : DONE[order.action]
  return count === 1
    ? `1 conversation ${what.replace('they were', 'it was')}`
    : `${count} conversations ${what}`
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
