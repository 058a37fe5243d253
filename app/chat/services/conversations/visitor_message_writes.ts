import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ChatConfig } from '#chat/config/chat_config'
import { ConversationEnded, ConversationNotFound } from '#chat/exceptions/chat_errors'
import Conversation from '#chat/models/conversation'
import Visitor from '#chat/models/visitor'
import Widget from '#chat/models/widget'
import type { FollowUps } from '#chat/services/conversations/follow_ups'
import type { ConversationResumption } from '#chat/services/conversations/conversation_resumption'
import { appendMessage } from '#chat/services/conversations/message_log'
import { missedAt } from '#chat/services/conversations/missed_time'
import { isOpen } from '#chat/services/conversations/status_rules'
import {
  isResumable,
  latestOf,
  openConversation,
} from '#chat/services/conversations/visitor_conversations'
import type { StartDetails, VisitorDraft } from '#chat/services/conversations/visitor_draft'
import type { WriteResult } from '#chat/services/conversations/write_result'
import { addInvitation } from '#chat/services/proactive/invitation'
import type { AddressTurns } from '#chat/services/routing/address_turns'
import type { ReturningVisitors } from '#chat/services/routing/returning_visitors'
import { claimedName, takeClaims } from '#chat/services/visitors/contact_sources'
import { lockRow, lockRowWhere } from '#chat/support/row_lock'

/** Names a conversation; it is accepted only when it belongs to the visitor. */
export type ConversationKey = Record<'external_id' | 'visitor_id', string | number>

/** Finds the conversation that a visitor's message belongs to, and writes it there; each method within a transaction. */
export class VisitorMessageWrites {
  constructor(
    protected config: ChatConfig,
    protected resumption: ConversationResumption,
    protected returning: ReturningVisitors,
    protected turns: AddressTurns,
    protected followUps: Pick<FollowUps, 'watch'>
  ) {}

  /**
   * Writes into the visitor's open conversation, into the last one within its reopen window, or into a new one.
   *
   * @throws TooManyFromAddress when the address has too many open conversations for a new one
   */
  async start(
    widget: Widget,
    visitor: Visitor,
    draft: VisitorDraft,
    { claims, page, addressKey: from, invitation }: StartDetails,
    trx: TransactionClientContract
  ): Promise<WriteResult> {
    const locked = await lockRow(Visitor, visitor.id, trx)
    takeClaims(locked, claims ?? {})
    await locked.save()
    const { name, email, phone, contactSources } = locked
    visitor.merge({ name, email, phone, contactSources })

    const latest = await latestOf(visitor, trx)
    if (isBeyondLink(visitor, latest)) throw new ConversationEnded()
    if (latest && isResumable(latest, this.config.reopenWindowHours)) {
      const conversation = await lockRow(Conversation, latest.id, trx)
      const asked = isOpen(conversation.status)
        ? []
        : await addInvitation(conversation, invitation, widget, trx)
      const written = await this.#append(conversation, visitor, draft, trx, widget)
      return { ...written, messages: [...asked, ...written.messages] }
    }
    const conversation = await openConversation(
      widget,
      visitor,
      latest,
      { page, addressKey: from, turns: this.turns },
      trx
    )
    await this.#begin(conversation, widget, trx)
    const asked = await addInvitation(conversation, invitation, widget, trx)
    const returned = await this.returning.begin(conversation, latest, trx)
    const written = await this.#append(conversation, visitor, draft, trx)
    return { ...written, messages: [...asked, ...returned, ...written.messages], hasBegun: true }
  }

  /**
   * The usual case, in few statements. Returns null when the conversation has ended: reopening needs the visitor's
   * lock, which is taken before a conversation's (ARCHITECTURE.md, order of locks).
   *
   * @throws ConversationNotFound when there is no such conversation of this visitor
   */
  async postIfOpen(
    key: ConversationKey,
    visitor: Visitor,
    draft: VisitorDraft,
    trx: TransactionClientContract
  ): Promise<WriteResult | null> {
    const conversation = await lockRowWhere(Conversation, key, trx)
    if (!conversation) throw new ConversationNotFound()
    return isOpen(conversation.status) ? this.#append(conversation, visitor, draft, trx) : null
  }

  /**
   * Reopens a conversation that has ended.
   *
   * @throws ConversationEnded when it ended before the reopen window, or is not the visitor's last one
   */
  async resume(
    key: ConversationKey,
    visitor: Visitor,
    draft: VisitorDraft,
    trx: TransactionClientContract
  ): Promise<WriteResult> {
    await lockRow(Visitor, visitor.id, trx)
    const latest = await latestOf(visitor, trx)
    const isLatest = latest?.externalId === key.external_id
    if (!isLatest || !isResumable(latest, this.config.reopenWindowHours))
      throw new ConversationEnded()
    const widget = await Widget.findOrFail(latest.widgetId, { client: trx })
    return this.#append(await lockRow(Conversation, latest.id, trx), visitor, draft, trx, widget)
  }

  /** Resumes a locked conversation and adds the message; `widget` is that of one that may have ended. */
  async #append(
    conversation: Conversation,
    visitor: Visitor,
    draft: VisitorDraft,
    trx: TransactionClientContract,
    widget?: Widget
  ): Promise<WriteResult> {
    const hadEnded = !isOpen(conversation.status)
    const messages = await this.resumption.resume(conversation, trx)
    const message = await appendMessage(
      conversation,
      {
        content: draft.content,
        clientMessageId: draft.clientMessageId,
        attachments: draft.attachments,
        senderType: 'visitor',
        senderId: visitor.id,
        senderName: authorOf(draft, visitor),
        isVerified: !draft.mail && visitor.isVerified,
        metadata: draft.mail ? { mail: draft.mail } : null,
        type: 'text',
        visibility: 'public',
      },
      trx
    )
    messages.push(message)
    conversation.waitingSince ??= message.createdAt
    if (hadEnded && widget) await this.#begin(conversation, widget, trx)
    conversation.agentUnreadCount += 1
    if (conversation.agentId) conversation.notifyAt = message.createdAt
    return { conversation, messages }
  }

  /** Says when a conversation that begins, or begins anew, is missed, and has its visitor followed up. */
  async #begin(conversation: Conversation, widget: Widget, trx: TransactionClientContract) {
    conversation.missedDueAt = missedAt(widget, DateTime.utc())
    await this.followUps.watch(conversation, widget, trx)
  }
}

/** An email of another person is theirs. */
const authorOf = ({ mail }: VisitorDraft, visitor: Visitor) =>
  mail?.isOther ? mail.from.name || mail.from.address : claimedName(visitor)

/** Whether the visitor came by a link to one conversation, and the message belongs to another. */
const isBeyondLink = ({ link }: Visitor, latest: Conversation | null) =>
  link !== undefined && latest !== null && latest.id !== link.conversationId
