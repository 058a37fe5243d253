import { beforeUpdate, belongsTo, column, manyToMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, ManyToMany } from '@adonisjs/lucid/types/relations'
import type { DateTime } from 'luxon'
import { chatTable } from '#chat/models/chat_model'
import { utcMoment, yesNo } from '#chat/models/columns'
import { movesInLists, placeInLabelLists } from '#chat/models/list_columns'
import Agent from '#chat/models/agent'
import Label from '#chat/models/label'
import Visitor from '#chat/models/visitor'
import Widget from '#chat/models/widget'
import { TenantModel } from '#chat/models/tenant_model'
import { PRIORITIES } from '#chat/support/list_place'
import type { UndoableAction } from '#chat/services/later/pending_action'
import type { ConversationStatus } from '#chat/services/conversation_status'
import type { SearchHit } from '#chat/services/search/search_hit'

export { PRIORITIES }
export type Priority = (typeof PRIORITIES)[number]

/** Where the inbox files a conversation: one column to filter and sort by at any size. */
export type Folder = 'open' | 'snoozed' | 'ended' | 'archived'

export type SenderType = 'visitor' | 'agent' | 'bot' | 'system'

/** The thread between one visitor and the agents of a tenant. */
export default class Conversation extends TenantModel {
  static table = chatTable('conversations')

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

  /** The agent whom the visitor was last told about; they are here while they are the assigned one. */
  @column()
  declare joinedAgentId: number | null

  /** The part of the team whose turn it is; null for everybody's. */
  @column()
  declare departmentId: number | null

  /** Since when it waits for its department in the queue; null for what waits for everyone, or not. */
  @column(utcMoment)
  declare departmentSince: DateTime | null

  /** Who passed it on to the department that it waits for: the queue gives it to somebody else. */
  @column()
  declare passedOnById: number | null

  /** Waiting for an agent since; null once assigned, archived or ended (R4). */
  @column(utcMoment)
  declare queuedAt: DateTime | null

  /** When an agent last got it out of the queue. */
  @column(utcMoment)
  declare assignedAt: DateTime | null

  /** How long it had been in the queue then. */
  @column()
  declare queueSeconds: number | null

  @column()
  declare handlerType: 'agent' | 'ai_bot' | 'workflow'

  /** The visitor's id while the conversation is open, else null; unique, so there is one at most (C12). */
  @column({ serializeAs: null })
  declare openKey: number | null

  /** External id of the conversation that the same visitor had before this one. */
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

  @column()
  declare lastMessage: string | null

  @column()
  declare lastMessageSenderType: SenderType | null

  @column()
  declare lastMessageSenderId: number | null

  @column(utcMoment)
  declare lastMessageAt: DateTime

  @column()
  declare messageCount: number

  @column()
  declare lastSeq: number

  @column()
  declare agentReadSeq: number

  @column()
  declare visitorReadSeq: number

  /** Messages of the visitor that no agent has read. */
  @column()
  declare agentUnreadCount: number

  /** Messages to the visitor that the visitor has not read. */
  @column()
  declare visitorUnreadCount: number

  /** Since when the visitor waits for an answer; null when it is the visitor's turn. */
  @column(utcMoment)
  declare waitingSince: DateTime | null

  @column(utcMoment)
  declare firstResponseAt: DateTime | null

  @column(utcMoment)
  declare resolvedAt: DateTime | null

  @column(utcMoment)
  declare closedAt: DateTime | null

  @column(utcMoment)
  declare archivedAt: DateTime | null

  /** Put aside until then, or until the visitor writes. */
  @column(utcMoment)
  declare snoozedUntil: DateTime | null

  /** What the inbox does with it at `pendingUntil`, unless it is undone. */
  @column({ serializeAs: null })
  declare pendingAction: UndoableAction | null

  @column({ ...utcMoment, serializeAs: null })
  declare pendingUntil: DateTime | null

  @column({ serializeAs: null })
  declare pendingById: number | null

  @column()
  declare rating: number | null

  @column()
  declare feedback: string | null

  /** Whose rating it is: the agent who had the conversation when it was rated. */
  @column()
  declare ratedAgentId: number | null

  @column(utcMoment)
  declare ratedAt: DateTime | null

  @column()
  declare leadId: string | null

  /** Whether it has ever had a label: spares all others a statement with each message. */
  @column({ ...yesNo, serializeAs: null })
  declare isLabelled: boolean

  @column(utcMoment)
  declare createdAt: DateTime

  @column(utcMoment)
  declare updatedAt: DateTime

  @belongsTo(() => Visitor)
  declare visitor: BelongsTo<typeof Visitor>

  @belongsTo(() => Agent)
  declare agent: BelongsTo<typeof Agent>

  @belongsTo(() => Widget)
  declare widget: BelongsTo<typeof Widget>

  /** By name. */
  @manyToMany(() => Label, {
    pivotTable: chatTable('conversation_labels'),
    onQuery: (labels) => void (labels.isRelatedSubQuery || labels.orderBy('name')),
  })
  declare labels: ManyToMany<typeof Label>

  /** Why a search has found it; set on the rows of a search, and stored nowhere. */
  hit?: SearchHit

  /** Its labels' lists keep their own copies: they move in the same transaction. */
  @beforeUpdate()
  static async moveInLabelLists(conversation: Conversation) {
    if (!conversation.isLabelled || !movesInLists(conversation.$dirty)) return
    const client = conversation.$trx ?? Conversation.query().client
    await client
      .from(chatTable('conversation_labels'))
      .where('conversation_id', conversation.id)
      .update(placeInLabelLists(conversation))
  }

  /** The number as people say it (C1). */
  get displayNumber() {
    return `C${this.number}`
  }
}
