import type { DateTime } from 'luxon'
import type DueAction from '#chat/models/due_action'

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

  /**
   * Performs the action, if the conversation still calls for it at `now`: it may have changed since, and after a
   * crash the same row runs again. A thrown error leads to a retry. When the signal aborts, the server closes: the
   * row is released, and runs again elsewhere.
   */
  run(action: DueAction, now: DateTime, signal: AbortSignal): Promise<void>
}
