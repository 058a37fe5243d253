import { beforeUpdate, belongsTo, column, manyToMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, ManyToMany } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcTimestamp, booleanFlag } from '#chat/models/columns'
import { affectsLists, labelListColumns } from '#chat/models/list_columns'
import Agent from '#chat/models/agent'
import Label from '#chat/models/label'
import { QueuedConversation } from '#chat/models/queued_conversation'
import Visitor from '#chat/models/visitor'
import Widget from '#chat/models/widget'
import { PRIORITIES } from '#chat/support/sort_keys'
import type { UndoableAction } from '#chat/services/conversations/undoable_action'
import type { ConversationStatus, Folder } from '#chat/services/conversations/status_rules'
import type { SearchMatch } from '#chat/services/inbox/search/search_match'

export { PRIORITIES }
/** How urgent a conversation is. */
export type Priority = (typeof PRIORITIES)[number]

/** Where a conversation is held: on a website, or in the host's own pages (SO). */
export const CHANNELS = ['web', 'app'] as const
/** The name of such a place. */
export type Channel = (typeof CHANNELS)[number]

/** The thread between one visitor and the agents of a tenant. */
export default class Conversation extends QueuedConversation {
  static get table() {
    return chatTable('conversations')
  }

  @column()
  declare number: number

  @column()
  declare widgetId: number

  @column()
  declare visitorId: number

  @column()
  declare agentId: number | null

  /** Copy of the assigned agent's name, so that lists and streams need no second query. */
  @column()
  declare agentName: string | null

  /** The agent who last joined for the visitor; they are present as long as they are the assignee. */
  @column()
  declare joinedAgentId: number | null

  @column()
  declare handlerType: 'agent' | 'ai_bot' | 'workflow'

  @column()
  declare channel: Channel

  /** The visitor's id while the conversation is open, else null; unique, so there is one at most (C12). */
  @column({ serializeAs: null })
  declare openKey: number | null

  /** External id of the visitor's previous conversation. */
  @column()
  declare previousId: string | null

  @column()
  declare folder: Folder

  @column()
  declare status: ConversationStatus

  @column()
  declare priority: Priority

  @column()
  declare subject: string | null

  @column()
  declare sourceUrl: string | null

  @column()
  declare sourcePageTitle: string | null

  /** The version of the widget's text that the visitor has agreed to, and when (W16); null where none was asked for. */
  @column()
  declare consentVersion: string | null

  @column(utcTimestamp)
  declare consentGivenAt: DateTime | null

  @column(utcTimestamp)
  declare resolvedAt: DateTime | null

  @column(utcTimestamp)
  declare closedAt: DateTime | null

  @column(utcTimestamp)
  declare archivedAt: DateTime | null

  /** Snoozed until then, or until the visitor writes. */
  @column(utcTimestamp)
  declare snoozedUntil: DateTime | null

  /** The action that the inbox takes at `pendingUntil`, unless it is undone. */
  @column({ serializeAs: null })
  declare pendingAction: UndoableAction | null

  @column({ ...utcTimestamp, serializeAs: null })
  declare pendingUntil: DateTime | null

  @column({ serializeAs: null })
  declare pendingById: number | null

  @column()
  declare rating: number | null

  @column()
  declare feedback: string | null

  /** The agent who gets the rating: the one who had the conversation when it was rated. */
  @column()
  declare ratedAgentId: number | null

  @column(utcTimestamp)
  declare ratedAt: DateTime | null

  @column()
  declare leadId: string | null

  @column()
  declare ticketId: string | null

  /** Whether its visitor is followed up, where the widget does that (N5); false once an agent has cancelled it. */
  @column({ ...booleanFlag, serializeAs: null })
  declare isFollowedUp: boolean

  /** Whether it ever had a label: all others save a statement per message. */
  @column({ ...booleanFlag, serializeAs: null })
  declare isLabelled: boolean

  @column(utcTimestamp)
  declare createdAt: DateTime

  @column(utcTimestamp)
  declare updatedAt: DateTime

  @belongsTo(() => Visitor)
  declare visitor: BelongsTo<typeof Visitor>

  @belongsTo(() => Agent)
  declare agent: BelongsTo<typeof Agent>

  @belongsTo(() => Widget)
  declare widget: BelongsTo<typeof Widget>

  /** Sorted by name. */
  @manyToMany(() => Label, {
    onQuery: (labels) => void (labels.isRelatedSubQuery || labels.orderBy('name')),
  })
  declare labels: ManyToMany<typeof Label>

  /** Why a search has found it; set on the rows of a search and never stored. */
  match?: SearchMatch

  /** Its labels' lists hold copies of its columns, updated in the same transaction. */
  @beforeUpdate()
  static async moveInLabelLists(conversation: Conversation) {
    if (!conversation.isLabelled || !affectsLists(conversation.$dirty)) return
    const client = conversation.$trx ?? Conversation.query().client
    await client
      .from(chatTable('conversation_labels'))
      .where('conversation_id', conversation.id)
      .update(labelListColumns(conversation))
  }

  /** The number as the UI shows it: `C1042` (C1). */
  get displayNumber() {
    return `C${this.number}`
  }
}
