import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import type Visitor from '#chat/models/visitor'
import { ConversationNotFound } from '#chat/exceptions/chat_errors'
import { InboxLists } from '#chat/services/inbox_lists'
import { inScope, type InboxScope } from '#chat/services/inbox_scope'

export type { InboxPage } from '#chat/services/inbox_lists'
export { INBOX_FILTERS, type InboxFilter, type InboxScope } from '#chat/services/inbox_scope'

/** Badges count up to here. */
export const MOST_COUNTED = 100

export interface ThreadPage {
  /** Oldest first. */
  messages: Message[]
  /** Newer ones exist beyond a page that was asked for by `after`, older ones beyond any other. */
  hasMore: boolean
  /** Newer ones exist beyond a page that was asked for by `around`. */
  hasNewer: boolean
}

export interface ThreadRequest {
  after?: number
  before?: number
  /** A place that is to be in the middle. */
  around?: number
  limit: number
  /** `public` for a visitor; agents see notes and internal lines as well. */
  visibility: 'public' | 'all'
}

/** Reading: lists, threads and counts. Every query is bounded, and its cost independent of the table's size. */
export class Inbox extends InboxLists {
  /** How many conversations each filter of open work holds, for the tabs; counting stops at 100. */
  async counts(tenantId: string, agentId: number | null, narrow?: InboxScope['narrow']) {
    const [open, mine, unassigned] = await Promise.all(
      (['open', 'mine', 'unassigned'] as const).map((filter) =>
        this.#cappedCount(tenantId, { filter, agentId, narrow })
      )
    )
    return { open, mine, unassigned }
  }

  /**
   * External ids of the open conversations with something unread that concern this agent, their own and
   * nobody's: all of them up to 100, which is all that a badge shows.
   */
  async unread(tenantId: string, agentId: number | null): Promise<string[]> {
    const scope = { filter: 'open', agentId } as const
    const query = inScope(tenantId, scope).clearSelect().select('external_id')
    query.where('agent_unread_count', '>', 0).where((concerned) => {
      concerned.whereNull('agent_id')
      if (agentId) concerned.orWhere('agent_id', agentId)
    })
    const rows = await query.limit(MOST_COUNTED).pojo<{ external_id: string }>()
    return rows.map(({ external_id: id }) => id)
  }

  /**
   * Without its visitor, widget and agent, for what needs its own columns alone.
   *
   * @throws ConversationNotFound when the tenant has no such conversation
   */
  async bareConversation(tenantId: string, externalId: string): Promise<Conversation> {
    const place = { tenant_id: tenantId, external_id: externalId }
    const found = await Conversation.query().where(place).first()
    if (!found) throw new ConversationNotFound()
    return found
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

  /** A page of a thread: after a place, before one, around one, or the newest. */
  async thread(conversation: Conversation, request: ThreadRequest): Promise<ThreadPage> {
    if (request.around !== undefined) return this.#threadAround(conversation, request)
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
      hasNewer: false,
    }
  }

  /** Seconds that a visitor has been waiting for an answer, or null. */
  waitingSeconds(conversation: Conversation): number | null {
    if (!conversation.waitingSince) return null
    return Math.floor(DateTime.utc().diff(conversation.waitingSince, 'seconds').seconds)
  }

  async #threadAround(conversation: Conversation, { around, ...request }: ThreadRequest) {
    const limit = Math.ceil(request.limit / 2)
    const [older, newer] = await Promise.all([
      this.thread(conversation, { ...request, limit, before: around! + 1 }),
      this.thread(conversation, { ...request, limit, after: around! }),
    ])
    const messages = [...older.messages, ...newer.messages]
    return { messages, hasMore: older.hasMore, hasNewer: newer.hasMore }
  }

  /** An exact count up to 100, which is all that a badge shows. */
  async #cappedCount(tenantId: string, scope: InboxScope): Promise<number> {
    const query = inScope(tenantId, scope).clearSelect().select('id').limit(MOST_COUNTED)
    const rows = await query.pojo<{ id: number }>()
    return rows.length
  }
}
