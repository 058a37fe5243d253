import { column } from '@adonisjs/lucid/orm'
import type { DateTime } from 'luxon'
import { utcTimestamp } from '#chat/models/columns'
import { ConversationThread } from '#chat/models/conversation_thread'

/** A conversation's position in the queue, now or when it was last there. */
export abstract class QueuedConversation extends ConversationThread {
  /** The department that the conversation waits for; null for the whole team. */
  @column()
  declare departmentId: number | null

  /** Since when it has been in the queue for its department; null otherwise. */
  @column(utcTimestamp)
  declare departmentSince: DateTime | null

  /** The agent who transferred it to the department: the queue assigns it to another agent. */
  @column({ columnName: 'passed_on_by_id' })
  declare transferredById: number | null

  /** Waiting for an agent since; null once assigned, archived or ended (R4). */
  @column(utcTimestamp)
  declare queuedAt: DateTime | null

  /** The round of the queue that it waits in (`AddressTurns`), or last waited in. */
  @column()
  declare queueRound: number

  /** The key of the address that it came from (`addressKey`); null when unknown. */
  @column({ serializeAs: null })
  declare addressKey: string | null

  /** When it was last assigned from the queue. */
  @column(utcTimestamp)
  declare assignedAt: DateTime | null

  /** Seconds that it had waited then. */
  @column()
  declare queueSeconds: number | null
}
