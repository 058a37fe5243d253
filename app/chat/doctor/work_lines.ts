import { DateTime } from 'luxon'
import type { DueWork, WaitingKind } from '#chat/services/due_actions/due_work'

/** What waits, runs for long and has failed, a line each, for engineers. */
export async function workLines(dueWork: DueWork, tenantId?: string): Promise<string[]> {
  const [waiting, long, failed] = await Promise.all([
    dueWork.waiting(tenantId),
    dueWork.long(tenantId),
    dueWork.failed(tenantId),
  ])
  const lines = [
    ...waiting.map(waitingLine),
    ...long.map(({ action, progress }) => {
      const { subject, done, total } = progress
      return `${action.key}  ${subject}: ${done} of ${total} (--cancel=${action.key})`
    }),
    ...failed.map(
      ({ key, attempts, error }) =>
        `${key}  failed ${attempts} times: ${error ?? 'no reason'} (--retry=${key})`
    ),
  ]
  return lines.length ? lines : ['Nothing is scheduled']
}

/** `reply-mail: 3 scheduled, 1 due since 12 s` */
export function waitingLine({ kind, rows, due, nextAt }: WaitingKind): string {
  const seconds = Math.round(Math.abs(nextAt.diff(DateTime.utc(), 'seconds').seconds))
  return due
    ? `${kind}: ${rows} scheduled, ${due} due since ${seconds} s`
    : `${kind}: ${rows} scheduled, the next in ${seconds} s`
}
