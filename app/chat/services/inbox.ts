import { DateTime } from 'luxon'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import type Visitor from '#chat/models/visitor'
import { toSqlUtc } from '#chat/models/columns'
import { ConversationNotFound } from '#chat/exceptions/chat_errors'
import { decodeCursor, encodeCursor } from '#chat/services/page_cursor'

export const INBOX_FILTERS = [
  'open',
  'mine',
  'unassigned',
  'pending',
  'active',
  'waiting',
  'resolved',
  'closed',
  'archived',
] as const
export type InboxFilter = (typeof INBOX_FILTERS)[number]

export interface InboxPage {
  conversations: Conversation[]
  /** Asks for the page after this one; null on the last. */
  nextCursor: string | null
}

export interface ThreadPage {
  /** Oldest first. */
  messages: Message[]
  /** Newer ones exist beyond a page that was asked for by `after`, older ones beyond any other. */
  hasMore: boolean
}

export interface ThreadRequest {
  after?: number
  before?: number
  limit: number
  /** `public` for a visitor; agents see notes and internal lines as well. */
  visibility: 'public' | 'all'
}

type ConversationQuery = ModelQueryBuilderContract<typeof Conversation>

/** Reading: lists, threads and counts. Every query is bounded, and its cost independent of the table's size. */
export class Inbox {
  /** Newest activity first. `agentId` is whose conversations "mine" are. */
  async list(
    tenantId: string,
    request: { filter: InboxFilter; agentId: number | null; cursor?: unknown; limit: number }
  ): Promise<InboxPage> {
    const query = this.#scope(tenantId, request.filter, request.agentId)
    const cursor = decodeCursor(request.cursor)
    if (cursor) {
      const moment = toSqlUtc(cursor.moment)
      query
        .where('last_message_at', '<=', moment)
        .whereNot((after) => after.where('last_message_at', moment).where('id', '>=', cursor.id))
    }
    const ids = await this.#newestIds(query, request.limit + 1)
    const rows = await Conversation.query()
      .whereIn('id', ids)
      .orderBy('last_message_at', 'desc')
      .orderBy('id', 'desc')
      .preload('visitor')
      .preload('widget')

    const conversations = rows.slice(0, request.limit)
    const last = conversations[conversations.length - 1]
    const hasMore = ids.length > request.limit
    return {
      conversations,
      nextCursor: hasMore ? encodeCursor({ moment: last.lastMessageAt, id: last.id }) : null,
    }
  }

  /** Those of the given conversations that belong under a filter, for refreshing single rows. */
  rows(
    tenantId: string,
    externalIds: string[],
    request: { filter: InboxFilter; agentId: number | null }
  ): Promise<Conversation[]> {
    return this.#scope(tenantId, request.filter, request.agentId)
      .whereIn('external_id', externalIds)
      .preload('visitor')
      .preload('widget')
  }

  /** How many conversations each filter of open work holds, for the tabs; counting stops at 100. */
  async counts(tenantId: string, agentId: number | null) {
    const [open, mine, unassigned] = await Promise.all(
      (['open', 'mine', 'unassigned'] as const).map((filter) =>
        this.#cappedCount(this.#scope(tenantId, filter, agentId))
      )
    )
    return { open, mine, unassigned }
  }

  /** Open conversations with something unread that concern this agent: their own and nobody's. */
  async unreadCount(tenantId: string, agentId: number | null): Promise<number> {
    return this.#cappedCount(
      this.#scope(tenantId, 'open', agentId)
        .where('agent_unread_count', '>', 0)
        .where((concerned) => {
          concerned.whereNull('agent_id')
          if (agentId) concerned.orWhere('agent_id', agentId)
        })
    )
  }

  /** @throws ConversationNotFound when the tenant has no such conversation */
  async conversation(tenantId: string, externalId: string): Promise<Conversation> {
    const found = await Conversation.query()
      .where({ tenant_id: tenantId, external_id: externalId })
      .preload('visitor')
      .preload('widget')
      .preload('agent')
      .first()
    if (!found) throw new ConversationNotFound()
    return found
  }

  /** @throws ConversationNotFound when it is not this visitor's */
  async ownConversation(visitor: Visitor, externalId: string): Promise<Conversation> {
    const found = await Conversation.query()
      .where({ external_id: externalId, visitor_id: visitor.id })
      .first()
    if (!found) throw new ConversationNotFound()
    return found
  }

  /** The visitor's newest conversation, ended or not. */
  latestOf(visitor: Visitor): Promise<Conversation | null> {
    return Conversation.query().where('visitor_id', visitor.id).orderBy('id', 'desc').first()
  }

  /** The visitor's other conversations, newest first. */
  earlierThan(conversation: Conversation, limit: number): Promise<Conversation[]> {
    return Conversation.query()
      .where('visitor_id', conversation.visitorId)
      .whereNot('id', conversation.id)
      .orderBy('id', 'desc')
      .limit(limit)
  }

  /** Conversations of a person or lead of the CRM, newest first (P4). */
  ofRecord(tenantId: string, record: { personId?: string; leadId?: string }, limit: number) {
    return Conversation.query()
      .where('tenant_id', tenantId)
      .where((linked) => {
        if (record.leadId) linked.orWhere('lead_id', record.leadId)
        if (record.personId) {
          linked.orWhereHas('visitor', (visitor) =>
            visitor.where({ tenant_id: tenantId, person_id: record.personId! })
          )
        }
      })
      .orderBy('id', 'desc')
      .limit(limit)
      .preload('visitor')
  }

  /** A page of a thread: after a place, before one, or the newest. */
  async thread(conversation: Conversation, request: ThreadRequest): Promise<ThreadPage> {
    const query = Message.query().where('conversation_id', conversation.id)
    if (request.visibility === 'public') query.where('visibility', 'public')
    const isForward = request.after !== undefined
    if (isForward) query.where('seq', '>', request.after!)
    if (request.before !== undefined) query.where('seq', '<', request.before)

    const rows = await query.orderBy('seq', isForward ? 'asc' : 'desc').limit(request.limit + 1)
    const page = rows.slice(0, request.limit)
    return {
      messages: isForward ? page : page.reverse(),
      hasMore: rows.length > request.limit,
    }
  }

  /** Seconds that a visitor has been waiting for an answer, or null. */
  waitingSeconds(conversation: Conversation): number | null {
    if (!conversation.waitingSince) return null
    return Math.floor(DateTime.utc().diff(conversation.waitingSince, 'seconds').seconds)
  }

  #scope(tenantId: string, filter: InboxFilter, agentId: number | null): ConversationQuery {
    const query = Conversation.query().where('tenant_id', tenantId)
    switch (filter) {
      case 'open':
        return query.where('folder', 'open')
      case 'mine':
        return query.where('folder', 'open').where('agent_id', agentId ?? 0)
      case 'unassigned':
        return query.where('folder', 'open').whereNull('agent_id')
      case 'archived':
        return query.where('folder', 'archived')
      case 'resolved':
      case 'closed':
        return query.where('folder', 'ended').where('status', filter)
      default:
        return query.where('folder', 'open').where('status', filter)
    }
  }

  /**
   * The ids alone come out of an index, from the cursor on. Asked for whole rows, MariaDB walks there
   * from the top of the list, and a deep page costs as much as all pages before it.
   */
  async #newestIds(query: ConversationQuery, limit: number): Promise<number[]> {
    const rows = await query
      .select('id')
      .orderBy('last_message_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .pojo<{ id: number }>()
    return rows.map(({ id }) => id)
  }

  /** An exact count up to 100, which is all that a badge shows. */
  async #cappedCount(query: ConversationQuery): Promise<number> {
    const rows = await query.select('id').limit(100).pojo<{ id: number }>()
    return rows.length
  }
}
