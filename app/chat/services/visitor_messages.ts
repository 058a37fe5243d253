import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import type { ChatConfig } from '#chat/define_config'
import type { PageVisit, VisitorClaims } from '#chat/services/visitor_registry'
import { ConversationEnded, ConversationNotFound } from '#chat/exceptions/chat_errors'
import type { AgentLoads } from '#chat/services/agent_loads'
import { announce } from '#chat/services/announcements'
import { cancelPending } from '#chat/services/later/pending_action'
import { appendMessage, storedBefore } from '#chat/services/message_log'
import type { ReturningVisitors } from '#chat/services/routing/returning_visitors'
import { isDuplicate, lockRow, lockRowWhere } from '#chat/services/row_lock'
import { isOpen } from '#chat/services/conversation_status'
import { moveTo, openStatusFor } from '#chat/services/conversation_state'
import type { ConversationWriter, Written } from '#chat/services/conversation_writer'
import { claimedName, takeClaims } from '#chat/services/visitors/contact_sources'
import { isResumable, latestOf, openConversation } from '#chat/services/visitor_conversations'

export interface VisitorDraft {
  content: string
  clientMessageId: string
}

export interface VisitorPost {
  conversation: Conversation
  message: Message
  /** False when the message had been stored before: then this is the first answer again (C13). */
  isNew: boolean
}

/** Which conversation a visitor names: it counts only when it is theirs. */
type Place = Record<'external_id' | 'visitor_id', string | number>

/** Everything that visitors write: stored exactly once, in one open conversation at most (C12, C13). */
export class VisitorMessages {
  constructor(
    protected config: ChatConfig,
    protected writer: ConversationWriter,
    protected loads: AgentLoads,
    protected returning: ReturningVisitors
  ) {}

  /**
   * Takes a visitor's message wherever it belongs: into the open conversation, into the last one if
   * that ended within the reopen window, or into a new one. Claims are noted with it.
   */
  async start(
    widget: Widget,
    visitor: Visitor,
    draft: VisitorDraft,
    details: { claims?: VisitorClaims; page?: PageVisit | null } = {}
  ): Promise<VisitorPost> {
    return this.#once(visitor, draft, () =>
      this.writer.write((trx) => this.#startIn(widget, visitor, draft, details, trx))
    )
  }

  /**
   * Adds a message to one of the visitor's conversations.
   *
   * @throws ConversationNotFound when it is not this visitor's
   * @throws ConversationEnded when it ended too long ago, or another one has taken its place
   */
  async post(visitor: Visitor, conversationId: string, draft: VisitorDraft): Promise<VisitorPost> {
    return this.#once(visitor, draft, async () => {
      const place = { external_id: conversationId, visitor_id: visitor.id }
      const written = await this.writer.write((trx) => this.#postIfOpen(place, visitor, draft, trx))
      return written ?? this.writer.write((trx) => this.#resumeIn(place, visitor, draft, trx))
    })
  }

  /** When one of a visitor's conversations was last written in, in ms since 1970; 0 for none. */
  async lastWrittenAt(visitor: Visitor): Promise<number> {
    const newest = await Conversation.query()
      .where('visitor_id', visitor.id)
      .orderBy('id', 'desc')
      .select('last_message_at')
      .first()
    return newest?.lastMessageAt.toMillis() ?? 0
  }

  /** Answers a repeated message as the first time. */
  async #once(
    visitor: Visitor,
    draft: VisitorDraft,
    store: () => Promise<Written>,
    isSecondTry = false
  ): Promise<VisitorPost> {
    try {
      const { conversation, messages } = await store()
      return { conversation, message: messages[messages.length - 1], isNew: true }
    } catch (error) {
      if (!isDuplicate(error) && !(error instanceof ConversationEnded)) throw error
      const first = await storedBefore('visitor', visitor.id, draft.clientMessageId)
      if (first) return { ...first, isNew: false }
      /** An agent reopened another conversation at this very moment: the message belongs there now. */
      if (isDuplicate(error) && !isSecondTry) return this.#once(visitor, draft, store, true)
      throw error
    }
  }

  async #startIn(
    widget: Widget,
    visitor: Visitor,
    draft: VisitorDraft,
    { claims, page }: { claims?: VisitorClaims; page?: PageVisit | null },
    trx: TransactionClientContract
  ): Promise<Written> {
    const locked = await lockRow(Visitor, visitor.id, trx)
    takeClaims(locked, claims ?? {})
    await locked.save()
    const { name, email, phone, contactSources } = locked
    visitor.merge({ name, email, phone, contactSources })

    const latest = await latestOf(visitor, trx)
    if (latest && isResumable(latest, this.config.reopenWindowHours)) {
      const conversation = await lockRow(Conversation, latest.id, trx)
      return this.#postIn(conversation, visitor, draft, trx)
    }
    const conversation = await openConversation(widget, visitor, latest, page, trx)
    const returned = await this.returning.begin(conversation, latest, trx)
    const written = await this.#postIn(conversation, visitor, draft, trx)
    return { ...written, messages: [...returned, ...written.messages], isChanged: true }
  }

  /**
   * The usual case, in few statements. Answers null when the conversation has ended: taking it up again
   * takes the visitor's lock, and that one always comes before a conversation's.
   */
  async #postIfOpen(
    place: Place,
    visitor: Visitor,
    draft: VisitorDraft,
    trx: TransactionClientContract
  ): Promise<Written | null> {
    const conversation = await lockRowWhere(Conversation, place, trx)
    if (!conversation) throw new ConversationNotFound()
    return isOpen(conversation.status) ? this.#postIn(conversation, visitor, draft, trx) : null
  }

  async #resumeIn(
    place: Place,
    visitor: Visitor,
    draft: VisitorDraft,
    trx: TransactionClientContract
  ): Promise<Written> {
    await lockRow(Visitor, visitor.id, trx)
    const latest = await latestOf(visitor, trx)
    const isLatest = latest?.externalId === place.external_id
    if (!isLatest || !isResumable(latest, this.config.reopenWindowHours))
      throw new ConversationEnded()
    return this.#postIn(await lockRow(Conversation, latest.id, trx), visitor, draft, trx)
  }

  /** Writes into a locked conversation, reopening and un-archiving it as the rules say. */
  async #postIn(
    conversation: Conversation,
    visitor: Visitor,
    draft: VisitorDraft,
    trx: TransactionClientContract
  ): Promise<Written> {
    const messages: Message[] = []
    messages.push(...(await cancelPending(conversation, 'the visitor wrote', trx)))
    if (conversation.snoozedUntil) {
      await this.loads.wakeForVisitor(conversation, trx)
      messages.push(await announce(conversation, 'woken', 'The visitor wrote: snooze over', trx))
    }
    if (conversation.archivedAt) await this.loads.unarchive(conversation, trx)
    if (!isOpen(conversation.status)) {
      messages.push(await announce(conversation, 'reopened', 'Conversation reopened', trx))
      messages.push(...(await this.returning.reopen(conversation, trx)))
      moveTo(conversation, openStatusFor(conversation))
    }
    if (conversation.status === 'waiting') moveTo(conversation, 'active')

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
