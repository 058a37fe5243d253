import type { DateTime } from 'luxon'
import type DueAction from '#chat/models/due_action'

/** One kind of scheduled action. */
export interface DueKind {
  /** The kind's name in stored rows. */
  readonly name: string

  /**
   * Schedules what is due by a time that a conversation holds itself, so that writing it takes no statement more; at
   * most `most` of them.
   */
  gather?(now: DateTime, most: number): Promise<void>

  /**
   * Performs the action, if the conversation still calls for it at `now`: it may have changed since, and after a
   * crash the same row runs again. A thrown error leads to a retry.
   */
  run(action: DueAction, now: DateTime): Promise<void>
}
