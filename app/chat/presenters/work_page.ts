import { DateTime } from 'luxon'
import type DueAction from '#chat/models/due_action'
import type { ViewerClock } from '#chat/presenters/viewer_clock'
import type { DueWork, LongWork, WaitingKind } from '#chat/services/due_actions/due_work'
import { numberInWords } from '#chat/texts/formats'
import { english } from '#chat/texts/en/index'
import { text } from '#chat/texts/text'

/** A due time that is past by more than this is late: the worker looks every second. */
const LATE = { minutes: 1 }

/** Settings > Background work: long work with its progress, failed work, and how much waits. */
export async function presentWork(dueWork: DueWork, tenantId: string, clock: ViewerClock) {
  const [long, failed, waiting] = await Promise.all([
    dueWork.long(tenantId),
    dueWork.failed(tenantId),
    dueWork.waiting(tenantId),
  ])
  return {
    long: long.map(longRow),
    failed: failed.map((action) => failedRow(action, clock)),
    waiting: waiting.map((each) => waitingRow(each, clock)),
  }
}

function longRow({ action, progress }: LongWork) {
  const { subject, done, total } = progress
  return {
    key: action.key,
    kind: kindInWords(action.kind),
    subject,
    done,
    total,
    progress: text('work.running.progress', {
      done: numberInWords(done),
      total: numberInWords(total),
    }),
  }
}

function failedRow({ key, kind, error, createdAt }: DueAction, clock: ViewerClock) {
  return {
    key,
    kind: kindInWords(kind),
    reason: error ?? text('work.failed.unknown'),
    iso: clock.iso(createdAt),
    at: clock.full(createdAt),
  }
}

function waitingRow({ kind, rows, nextAt }: WaitingKind, clock: ViewerClock) {
  const isLate = nextAt < DateTime.utc().minus(LATE)
  return {
    kind: kindInWords(kind),
    rows: numberInWords(rows),
    iso: clock.iso(nextAt),
    isLate,
    next: isLate ? text('work.waiting.late', { time: clock.full(nextAt) }) : clock.full(nextAt),
  }
}

type NamedKind = keyof typeof english.work.kinds

const kindInWords = (kind: string) =>
  text(`work.kinds.${kind in english.work.kinds ? (kind as NamedKind) : 'unknown'}`)
