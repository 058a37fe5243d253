import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Conversation from '#chat/models/conversation'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import { nextConversationNumber } from '#chat/services/conversations/conversation_numbers'
import { conversationsOf } from '#chat/services/conversations/conversations_of'
import { isOpen } from '#chat/services/conversations/status_rules'
import type { AddressTurns } from '#chat/services/routing/address_turns'
import type { PageVisit } from '#chat/services/visitors/page_trail'
import { storedPage } from '#chat/services/visitors/page_address'

/** The newest conversation of a locked visitor, or null. */
export function latestOf(visitor: Visitor, trx: TransactionClientContract) {
  return conversationsOf(visitor.id, trx).orderBy('id', 'desc').first()
}

/**
 * Whether a visitor's next message belongs to it: it is open, or ended within the reopen window, or is the one that a
 * user of the host has. One that was resolved and closed later ended when it was resolved.
 */
export function isResumable(conversation: Conversation, reopenWindowHours: number) {
  if (isOpen(conversation.status) || conversation.channel === 'app') return true
  const endedAt = conversation.resolvedAt ?? conversation.closedAt ?? conversation.updatedAt
  return endedAt > DateTime.utc().minus({ hours: reopenWindowHours })
}

/** The page and address that a conversation begins with. */
interface Beginning {
  page: PageVisit | null | undefined
  addressKey: string | null
  turns: AddressTurns
}

/**
 * Begins a conversation of a locked visitor and puts it into the queue.
 *
 * @throws TooManyFromAddress when the address has too many open conversations
 */
export async function openConversation(
  widget: Widget,
  visitor: Visitor,
  previous: Conversation | null,
  { page, addressKey, turns }: Beginning,
  trx: TransactionClientContract
): Promise<Conversation> {
  const now = DateTime.utc()
  const url = page?.url ?? visitor.currentPage
  const source = url ? storedPage({ url, title: page?.title }) : null
  const { tenantId } = widget
  const { isInApp } = widget
  // The number first: the lock of its counter puts the tenant's new conversations in order
  const number = await nextConversationNumber(tenantId, trx)
  return Conversation.create(
    {
      // Known before it begins: a user of the host has this conversation and no other
      externalId: isInApp ? visitor.externalId : randomUUID(),
      tenantId,
      channel: isInApp ? 'app' : 'web',
      number,
      addressKey,
      queueRound: await turns.admit({ tenantId, addressKey }, trx),
      widgetId: widget.id,
      visitorId: visitor.id,
      agentId: null,
      agentName: null,
      joinedAgentId: null,
      departmentId: null,
      departmentSince: null,
      transferredById: null,
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
      sourceUrl: source?.url ?? null,
      sourcePageTitle: source?.title ?? visitor.currentPageTitle,
      consentVersion: visitor.consentVersion,
      consentGivenAt: visitor.consentGivenAt,
      lastMessageAt: now,
      messageCount: 0,
      lastSeq: 0,
      agentReadSeq: 0,
      visitorReadSeq: 0,
      agentUnreadCount: 0,
      visitorUnreadCount: 0,
      waitingSince: null,
      mailDueAt: null,
      getsPushes: visitor.getsPushes,
      pushDueAt: null,
      missedDueAt: null,
      isFollowedUp: true,
      archivedAt: null,
      rating: null,
      feedback: null,
      createdAt: now,
      updatedAt: now,
    },
    { client: trx }
  )
}
