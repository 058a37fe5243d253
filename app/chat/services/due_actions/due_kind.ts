import type { DateTime } from 'luxon'
import type DueAction from '#chat/models/due_action'

/** Milliseconds that one turn of long work may take; then other due actions get theirs. */
const TURN_MS = 2000

/** Begins a turn of long work; what it returns says whether the turn lasts still. It ends early when the process does. */
export function turn(signal: AbortSignal) {
  const endsAt = performance.now() + TURN_MS
  return () => performance.now() < endsAt && !signal.aborted
}

/** How far long work has come. */
export interface Progress {
  /** What it is about, such as a visitor or a widget. */
  subject: string
  done: number
  /** What is done and what is left, as counted now. */
  total: number
}

/** One kind of scheduled action. */
export interface DueKind {
  /** The kind's name in stored rows. */
  readonly name: string

  /**
   * Schedules what is due by a time that a conversation holds itself, so that writing it takes no statement more; at
   * most `most` of them. Returns how many were found; as many as `most` leads to another call.
   */
  gather?(now: DateTime, most: number): Promise<number>

  /** The most concurrent runs in one process; 1 for long work, which goes on in turns. */
  readonly atATime?: number

  /** For long work: how far it has come; null when there is nothing left of it. */
  progress?(action: DueAction): Promise<Progress | null>

  /** For long work: ends it before it is done. What was done stays; the row is deleted afterwards. */
  cancel?(action: DueAction, userId: string | null): Promise<void>

  /**
   * Performs the action, if the conversation still calls for it at `now`: it may have changed since, and after a
   * crash the same row runs again. A thrown error leads to a retry. When the signal aborts, the server closes: the
   * row is released, and runs again elsewhere.
   */
  run(action: DueAction, now: DateTime, signal: AbortSignal): Promise<void>
}
