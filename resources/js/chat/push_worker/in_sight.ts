import type { WorkerScope } from './worker_scope.js'

/** The pages of this origin. */
export const windowsOf = ({ clients }: WorkerScope) =>
  clients.matchAll({ type: 'window', includeUncontrolled: true })

/**
 * Whether a page has the focus, and rings by itself. Safari takes the right to push away from those who show nothing.
 */
export async function isInSight(scope: WorkerScope) {
  const { userAgent } = scope.navigator
  if (userAgent.includes('Safari') && !userAgent.includes('Chrom')) return false
  const pages = await windowsOf(scope)
  return pages.some(({ focused }) => focused)
}
