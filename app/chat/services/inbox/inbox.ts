import { ConversationExport } from '#chat/services/inbox/conversation_export'
import { InboxFilters } from '#chat/services/inbox/inbox_filters'
import { SavedViews } from '#chat/services/inbox/saved_views'
import { DateTime } from 'luxon'
import Conversation from '#chat/models/conversation'
import { namedBy, type Reference } from '#chat/models/reference'
import type Visitor from '#chat/models/visitor'
import { ConversationNotFound } from '#chat/exceptions/chat_errors'
import { conversationsOf } from '#chat/services/conversations/conversations_of'
import { InboxLists } from '#chat/services/inbox/inbox_lists'
import { newestFirst } from '#chat/services/inbox/inbox_order'
import { inList, inScope, listOf, settled, type InboxScope } from '#chat/services/inbox/inbox_scope'
import { threadPage, type ThreadPage, type ThreadRequest } from '#chat/services/inbox/thread_page'
import { leavingConversations } from '#chat/services/conversations/leaving'
import { whereInSight, type Sight } from '#chat/services/visibility/sight'

/** The highest number that a badge shows. */
export const MOST_COUNTED = 100

/** Reads lists, threads and counts. Every query is bounded, and its cost is independent of the table's size. */
export class Inbox extends InboxLists {
  /** Named filters of the inbox. */
  readonly views = new SavedViews()

  /** Turns an address's query into the scope of a list. */
  readonly filters = new InboxFilters()

  /** Exports of whole lists. */
  readonly exports = new ConversationExport(this)

  /**
   * The number of conversations in each filter of open work, for the tabs; conversations about to leave it are not
   * counted. Counting stops at 100.
   */
  async counts(tenantId: string, scope: Omit<InboxScope, 'filter'>) {
    const { agentId, conditions, sight } = scope
    const leaving = scope.leaving ?? (await leavingConversations(tenantId))
    const [open, mine, unassigned] = await Promise.all(
      (['open', 'mine', 'unassigned'] as const).map((filter) =>
        this.#cappedCount(tenantId, { filter, agentId, conditions, sight, leaving })
      )
    )
    return { open, mine, unassigned }
  }

  /**
   * External ids of this agent's and of unassigned open conversations with unread messages, without those about to be
   * ended; at most 100, the highest number that a badge shows.
   */
  async unread(
    tenantId: string,
    agentId: number | null,
    sight: Sight | null = null
  ): Promise<string[]> {
    const scope = await settled(tenantId, {
      filter: 'open',
      agentId,
      sight,
      withoutLeaving: true,
    } as const)
    const query = inScope(tenantId, scope).clearSelect().select('external_id')
    query.where('agent_unread_count', '>', 0).where((concerned) => {
      concerned.whereNull('agent_id')
      if (agentId) concerned.orWhere('agent_id', agentId)
    })
    const rows = await query.limit(MOST_COUNTED).pojo<{ external_id: string }>()
    return rows.map(({ external_id: id }) => id)
  }

  /**
   * A conversation without its visitor, widget and agent, for callers that need its own columns only.
   *
   * @throws ConversationNotFound when the tenant has no such conversation, or the agent may not see it
   */
  async bareConversation(
    tenantId: string,
    reference: Reference,
    sight: Sight | null = null
  ): Promise<Conversation> {
    const found = await named(tenantId, reference, sight).first()
    if (!found) throw new ConversationNotFound()
    return found
  }

  /** @throws ConversationNotFound when the tenant has no such conversation, or the agent may not see it */
  async conversation(
    tenantId: string,
    reference: Reference,
    sight: Sight | null = null
  ): Promise<Conversation> {
    const found = await named(tenantId, reference, sight)
      .preload('visitor')
      .preload('widget')
      .preload('agent')
      .first()
    if (!found) throw new ConversationNotFound()
    return found
  }

  /** @throws ConversationNotFound when it is not this visitor's, or not the one that their link opens */
  async ownConversation(visitor: Visitor, externalId: string): Promise<Conversation> {
    const found = await Conversation.query()
      .where({ external_id: externalId, visitor_id: visitor.id })
      .first()
    const isConfined = visitor.link && visitor.link.conversationId !== found?.id
    if (!found || isConfined) throw new ConversationNotFound()
    return found
  }

  /** The visitor's newest conversation, open or ended; the only one that a link opens. */
  latestOf(visitor: Visitor): Promise<Conversation | null> {
    if (visitor.link) return Conversation.find(visitor.link.conversationId)
    return conversationsOf(visitor.id).orderBy('id', 'desc').first()
  }

  /** The visitor's other conversations that the agent may see, newest first. */
  earlierThan(
    conversation: Conversation,
    limit: number,
    sight: Sight | null = null
  ): Promise<Conversation[]> {
    return whereInSight(conversationsOf(conversation.visitorId), sight)
      .whereNot('id', conversation.id)
      .orderBy('id', 'desc')
      .limit(limit)
  }

  /** Conversations of a person, lead or ticket of the CRM, newest first (P4). */
  ofRecord(
    tenantId: string,
    record: { personId?: string; leadId?: string; ticketId?: string },
    limit: number,
    sight: Sight | null = null
  ) {
    return whereInSight(Conversation.query().where('tenant_id', tenantId), sight)
      .where((linked) => {
        if (record.leadId) linked.orWhere('lead_id', record.leadId)
        if (record.ticketId) linked.orWhere('ticket_id', record.ticketId)
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

  /** A page of a thread: after, before or around a `seq`, or the newest messages. */
  thread(conversation: Conversation, request: ThreadRequest): Promise<ThreadPage> {
    return threadPage(conversation, request)
  }

  /** Seconds that the visitor has been waiting for an answer, or null when it is not the agents' turn. */
  waitingSeconds(conversation: Conversation): number | null {
    if (!conversation.waitingSince) return null
    return Math.floor(DateTime.utc().diff(conversation.waitingSince, 'seconds').seconds)
  }

  /**
   * An exact count up to 100, the highest number that a badge shows. In the list's order, and so from its index:
   * PostgreSQL would read the whole table for a list that is nearly empty.
   */
  async #cappedCount(tenantId: string, scope: InboxScope): Promise<number> {
    const list = listOf(scope)
    const query = newestFirst(inList(tenantId, scope), list, null)
    const rows = await query.clearSelect().select(list.id).limit(MOST_COUNTED).pojo()
    return rows.length
  }
}

const named = (tenantId: string, reference: Reference, sight: Sight | null) =>
  whereInSight(Conversation.query().where({ tenant_id: tenantId, ...namedBy(reference) }), sight)
