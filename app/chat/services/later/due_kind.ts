import type { DateTime } from 'luxon'
import type DueAction from '#chat/models/due_action'

/** What is done with one kind of due rows. */
export interface DueKind {
  /** As rows name it. */
  readonly name: string

  /**
   * Does what the row is about, if the world still asks for it at `now`: it may have changed since the row
   * was written, and after a crash the same row comes again. Whatever it throws is tried again later.
   */
  run(action: DueAction, now: DateTime): Promise<void>
}
