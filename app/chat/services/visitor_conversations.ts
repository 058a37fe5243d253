import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Conversation from '#chat/models/conversation'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import { nextConversationNumber } from '#chat/services/conversation_numbers'
import { isOpen } from '#chat/services/conversation_status'
import type { PageVisit } from '#chat/services/visitor_registry'

/** The newest conversation of a visitor whom the transaction has locked, or null. */
export function latestOf(visitor: Visitor, trx: TransactionClientContract) {
  return Conversation.query({ client: trx })
    .where('visitor_id', visitor.id)
    .orderBy('id', 'desc')
    .first()
}

/**
 * Whether a visitor's next message belongs into it: it is open, or ended within the reopen window. One that
 * was closed after it had been resolved ended when it was resolved.
 */
export function isResumable(conversation: Conversation, reopenWindowHours: number) {
  if (isOpen(conversation.status)) return true
  const endedAt = conversation.resolvedAt ?? conversation.closedAt ?? conversation.updatedAt
  return endedAt > DateTime.utc().minus({ hours: reopenWindowHours })
}

/** Begins a conversation of a visitor whom the transaction has locked: it waits for an agent. */
export async function openConversation(
  widget: Widget,
  visitor: Visitor,
  previous: Conversation | null,
  page: PageVisit | null | undefined,
  trx: TransactionClientContract
): Promise<Conversation> {
  const now = DateTime.utc()
  return Conversation.create(
    {
      externalId: randomUUID(),
      tenantId: widget.tenantId,
      number: await nextConversationNumber(widget.tenantId, trx),
      widgetId: widget.id,
      visitorId: visitor.id,
      agentId: null,
      agentName: null,
      joinedAgentId: null,
      departmentId: null,
      departmentSince: null,
      passedOnById: null,
      queuedAt: widget.handlerType === 'agent' ? now : null,
      assignedAt: null,
      queueSeconds: null,
      handlerType: widget.handlerType,
      openKey: visitor.id,
      previousId: previous?.externalId ?? null,
      folder: 'open',
      status: 'pending',
      priority: 'normal',
      subject: null,
      sourceUrl: (page?.url ?? visitor.currentPage)?.slice(0, 2048) ?? null,
      sourcePageTitle: (page?.title ?? visitor.currentPageTitle)?.slice(0, 512) ?? null,
      lastMessageAt: now,
      messageCount: 0,
      lastSeq: 0,
      agentReadSeq: 0,
      visitorReadSeq: 0,
      agentUnreadCount: 0,
      visitorUnreadCount: 0,
      waitingSince: null,
      archivedAt: null,
      rating: null,
      feedback: null,
      createdAt: now,
      updatedAt: now,
    },
    { client: trx }
  )
}
