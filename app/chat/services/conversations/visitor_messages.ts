import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Conversation from '#chat/models/conversation'
import type DirectLink from '#chat/models/direct_link'
import type { MessageFacts } from '#chat/models/facts'
import Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import type { ChatConfig } from '#chat/config/chat_config'
import type { PageVisit, VisitorClaims } from '#chat/services/visitors/visitor_registry'
import { ConversationEnded, ConversationNotFound } from '#chat/exceptions/chat_errors'
import type { ConversationResumption } from '#chat/services/conversations/conversation_resumption'
import { appendMessage, findStored } from '#chat/services/conversations/message_log'
import { messageContent } from '#chat/services/conversations/message_rules'
import type { ReturningVisitors } from '#chat/services/routing/returning_visitors'
import type { AddressTurns } from '#chat/services/routing/address_turns'
import { isDuplicate, lockRow, lockRowWhere } from '#chat/support/row_lock'
import { isOpen } from '#chat/services/conversations/status_rules'
import type {
  ConversationWriter,
  WriteResult,
} from '#chat/services/conversations/conversation_writer'
import { claimedName, takeClaims } from '#chat/services/visitors/contact_sources'
import {
  isResumable,
  latestOf,
  openConversation,
} from '#chat/services/conversations/visitor_conversations'
import { usualVisitor } from '#chat/services/conversations/usual_senders'
import { addressKey } from '#chat/support/address_key'
import { KeyedQueue } from '#chat/support/keyed_queue'

/** A visitor's message to post. The same `clientMessageId` (UUID) is stored once only. */
export interface VisitorDraft {
  content: string
  clientMessageId: string
}

/** A visitor's posted message, with its conversation after it. */
export interface VisitorPost {
  conversation: Conversation
  message: MessageFacts
  /** False when the message was stored before; the rest of the result is that of the first time (C13). */
  isNew: boolean
}

/** Details that accompany a first message. */
export interface FirstMessageDetails {
  claims?: VisitorClaims
  page?: PageVisit | null
}

/** Names a conversation; it is accepted only when it belongs to the visitor. */
type ConversationKey = Record<'external_id' | 'visitor_id', string | number>

/** Messages of visitors: each is stored exactly once, and a visitor has at most one open conversation (C12, C13). */
export class VisitorMessages {
  #starts = new KeyedQueue()

  constructor(
    protected config: ChatConfig,
    protected writer: ConversationWriter,
    protected resumption: ConversationResumption,
    protected returning: ReturningVisitors,
    protected turns: AddressTurns
  ) {}

  /**
   * Stores a message in the open conversation, in the last one if it ended within the reopen window, or in a new one.
   * Claims are saved with it. `ipAddress` is the request's; without it the visitor's first address counts.
   *
   * @throws MessageEmpty, MessageTooLong
   * @throws TooManyFromAddress when the address has too many open conversations for a new one
   */
  async start(
    widget: Widget,
    visitor: Visitor,
    draft: VisitorDraft,
    {
      ipAddress = visitor.ipAddress,
      ...told
    }: FirstMessageDetails & { ipAddress?: string | null } = {}
  ): Promise<VisitorPost> {
    const checked = { ...draft, content: messageContent(draft.content) }
    const details = { ...told, addressKey: ipAddress ? addressKey(ipAddress) : null }
    const store = () =>
      this.#idempotently(visitor, checked, () =>
        this.writer.write((trx) => this.#startIn(widget, visitor, checked, details, trx))
      )
    // One after the other, so that each counts the open conversations of its address after the previous one
    return this.#starts.run(`${widget.tenantId}/${details.addressKey ?? visitor.id}`, store)
  }

  /**
   * Adds a message to one of the visitor's conversations.
   *
   * @throws ConversationNotFound when it is not this visitor's
   * @throws ConversationEnded when it ended before the reopen window, or the visitor has another open one
   * @throws MessageEmpty, MessageTooLong
   */
  async post(visitor: Visitor, conversationId: string, draft: VisitorDraft): Promise<VisitorPost> {
    const checked = { ...draft, content: messageContent(draft.content) }
    if (visitor.link) await assertReached(visitor.link, conversationId)
    const key = { external_id: conversationId, visitor_id: visitor.id }
    const { tenantId } = visitor
    const usual = { ...checked, tenantId, conversation: key, sender: usualVisitor(visitor) }
    return this.#idempotently(visitor, checked, async () => {
      const short = await this.writer.writeUsual(usual)
      if (short) return short
      const written = await this.writer.write((trx) => this.#postIfOpen(key, visitor, checked, trx))
      return written ?? this.writer.write((trx) => this.#resumeIn(key, visitor, checked, trx))
    })
  }

  /** Milliseconds since 1970 of the last message in any of the visitor's conversations; 0 for none. */
  async lastWrittenAt(visitor: Visitor): Promise<number> {
    const newest = await Conversation.query()
      .where('visitor_id', visitor.id)
      .orderBy('id', 'desc')
      .select('last_message_at')
      .first()
    return newest?.lastMessageAt.toMillis() ?? 0
  }

  /** Returns the first result for a repeated message. */
  async #idempotently(
    visitor: Visitor,
    draft: VisitorDraft,
    store: () => Promise<WriteResult | VisitorPost>,
    isSecondTry = false
  ): Promise<VisitorPost> {
    try {
      const stored = await store()
      if ('isNew' in stored) return stored
      const { conversation, messages } = stored
      return { conversation, message: messages[messages.length - 1], isNew: true }
    } catch (error) {
      if (!isDuplicate(error) && !(error instanceof ConversationEnded)) throw error
      const first = await findStored('visitor', visitor.id, draft.clientMessageId)
      if (first) return { ...first, isNew: false }
      // An agent reopened another conversation in the same moment: the message belongs there
      if (isDuplicate(error) && !isSecondTry) return this.#idempotently(visitor, draft, store, true)
      throw error
    }
  }

  async #startIn(
    widget: Widget,
    visitor: Visitor,
    draft: VisitorDraft,
    { claims, page, addressKey: from }: FirstMessageDetails & { addressKey: string | null },
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
      return this.#postIn(conversation, visitor, draft, trx)
    }
    const conversation = await openConversation(
      widget,
      visitor,
      latest,
      { page, addressKey: from, turns: this.turns },
      trx
    )
    const returned = await this.returning.begin(conversation, latest, trx)
    const written = await this.#postIn(conversation, visitor, draft, trx)
    return { ...written, messages: [...returned, ...written.messages], isChanged: true }
  }

  /**
   * The usual case, in few statements. Returns null when the conversation has ended: reopening needs the visitor's
   * lock, which is taken before a conversation's (ARCHITECTURE.md, order of locks).
   */
  async #postIfOpen(
    key: ConversationKey,
    visitor: Visitor,
    draft: VisitorDraft,
    trx: TransactionClientContract
  ): Promise<WriteResult | null> {
    const conversation = await lockRowWhere(Conversation, key, trx)
    if (!conversation) throw new ConversationNotFound()
    return isOpen(conversation.status) ? this.#postIn(conversation, visitor, draft, trx) : null
  }

  async #resumeIn(
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
    return this.#postIn(await lockRow(Conversation, latest.id, trx), visitor, draft, trx)
  }

  /** Writes into a locked conversation, which goes on with the message. */
  async #postIn(
    conversation: Conversation,
    visitor: Visitor,
    draft: VisitorDraft,
    trx: TransactionClientContract
  ): Promise<WriteResult> {
    const messages = await this.resumption.resume(conversation, trx)
    const message = await appendMessage(
      conversation,
      {
        ...draft,
        senderType: 'visitor',
        senderId: visitor.id,
        senderName: claimedName(visitor),
        type: 'text',
        visibility: 'public',
      },
      trx
    )
    messages.push(message)
    conversation.waitingSince ??= message.createdAt
    conversation.agentUnreadCount += 1
    return { conversation, messages }
  }
}

/** Whether a message of a visitor who came by a link belongs into a conversation that the link does not open. */
const isBeyondLink = ({ link }: Visitor, latest: Conversation | null) =>
  link !== undefined && latest !== null && latest.id !== link.conversationId

async function assertReached({ conversationId }: DirectLink, externalId: string) {
  const reached = await Conversation.query()
    .where('id', conversationId)
    .select('external_id')
    .first()
  if (reached?.externalId !== externalId) throw new ConversationNotFound()
}
