import type { BulkOrder, BulkResult } from '#chat/services/conversations/bulk_actions'
import { listInWords } from '#chat/texts/formats'
import { text } from '#chat/texts/text'

/** What came of a bulk action in one line: `12 conversations resolved, 2 were closed already`. */
export function summaryOf(results: BulkResult[], order: BulkOrder): string {
  const count = (outcome: BulkResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length
  const parts = [
    doneLine(count('done'), results.length, order),
    ...reasons(results, 'already').map(([state, n]) =>
      text('inbox.actions.bulk.already', { count: n, state })
    ),
    ...reasons(results, 'refused').map(([reason, n]) =>
      text('inbox.actions.bulk.refused', { count: n, reason })
    ),
    count('missing') > 0 && text('inbox.actions.bulk.missing', { count: count('missing') }),
    count('failed') > 0 && text('inbox.actions.bulk.failed', { count: count('failed') }),
  ]
  return listInWords(parts.filter((part) => typeof part === 'string'))
}

/** False when nothing was changed and another text says so. */
function doneLine(count: number, of: number, order: BulkOrder) {
  if (count === 0 && of > 0) return false
  const done = order.action === 'assign' && !order.to ? 'unassign' : order.action
  return text(`inbox.actions.bulk.done.${done}`, { count })
}

function reasons(results: BulkResult[], outcome: BulkResult['outcome']) {
  const counts = new Map<string, number>()
  for (const result of results) {
    if (result.outcome !== outcome) continue
    counts.set(result.reason!, (counts.get(result.reason!) ?? 0) + 1)
  }
  return [...counts]
}
