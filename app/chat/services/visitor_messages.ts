import { randomUUID } from 'node:crypto'
import { DateTime } from 'luxon'
import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import type { ChatConfig } from '#chat/define_config'
import type { PageVisit, VisitorClaims } from '#chat/services/visitor_registry'
import { ConversationEnded, ConversationNotFound } from '#chat/exceptions/chat_errors'
import { announce } from '#chat/services/announcements'
import { appendMessage } from '#chat/services/message_log'
import { isDuplicate, lockRow, lockRowWhere } from '#chat/services/row_lock'
import { isOpen } from '#chat/services/conversation_status'
import { markArchived, moveTo, openStatusFor } from '#chat/services/conversation_state'
import { nextConversationNumber } from '#chat/services/conversation_numbers'
import type { AgentDirectory } from '#chat/services/agent_directory'
import { tell } from '#chat/services/tell'

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

/** What a transaction stored, to be told once it is committed. */
interface Stored {
  conversation: Conversation
  messages: Message[]
  isChanged: boolean
}

/** Which conversation a visitor names: it counts only when it is theirs. */
type Place = Record<'external_id' | 'visitor_id', string | number>

/** Everything that visitors write: stored exactly once, in one open conversation at most (C12, C13). */
export class VisitorMessages {
  constructor(
    protected config: ChatConfig,
    protected db: Database,
    protected emitter: EmitterLike<EventsList>,
    protected agents: AgentDirectory
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
      this.db.transaction((trx) => this.#startIn(widget, visitor, draft, details, trx))
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
      const stored = await this.db.transaction((trx) =>
        this.#postIfOpen(place, visitor, draft, trx)
      )
      return stored ?? this.db.transaction((trx) => this.#resumeIn(place, visitor, draft, trx))
    })
  }

  /** Stores in a transaction, tells the world after commit, and answers a repeated message as the first. */
  async #once(
    visitor: Visitor,
    draft: VisitorDraft,
    store: () => Promise<Stored>,
    isSecondTry = false
  ): Promise<VisitorPost> {
    try {
      const { conversation, messages, isChanged } = await store()
      const message = messages[messages.length - 1]
      for (const each of messages) {
        tell(this.emitter, 'chat.message.sent', { conversation, message: each })
      }
      if (isChanged) tell(this.emitter, 'chat.conversation.updated', { conversation })
      return { conversation, message, isNew: true }
    } catch (error) {
      const first = await this.#firstAnswer(visitor, draft, error)
      if (first) return first
      /** An agent reopened another conversation at this very moment: the message belongs there now. */
      if (isDuplicate(error) && !isSecondTry) return this.#once(visitor, draft, store, true)
      throw error
    }
  }

  /** The stored message that a refused one repeats, if that is why it was refused. */
  async #firstAnswer(visitor: Visitor, draft: VisitorDraft, error: unknown) {
    if (!isDuplicate(error) && !(error instanceof ConversationEnded)) return null
    const message = await Message.query()
      .where({
        sender_type: 'visitor',
        sender_id: visitor.id,
        client_message_id: draft.clientMessageId,
      })
      .first()
    if (!message) return null
    const conversation = await Conversation.findOrFail(message.conversationId)
    return { conversation, message, isNew: false }
  }

  async #startIn(
    widget: Widget,
    visitor: Visitor,
    draft: VisitorDraft,
    { claims, page }: { claims?: VisitorClaims; page?: PageVisit | null },
    trx: TransactionClientContract
  ): Promise<Stored> {
    const locked = await lockRow(Visitor, visitor.id, trx)
    const given = Object.entries(claims ?? {}).filter(([, value]) => value)
    await locked.merge(Object.fromEntries(given)).save()
    visitor.merge({ name: locked.name, email: locked.email, phone: locked.phone })

    const latest = await this.#latestOf(visitor, trx)
    if (latest && this.#isResumable(latest)) {
      const conversation = await lockRow(Conversation, latest.id, trx)
      return this.#postIn(conversation, visitor, draft, trx)
    }
    const conversation = await this.#open(widget, visitor, latest, page, trx)
    const stored = await this.#postIn(conversation, visitor, draft, trx)
    return { ...stored, isChanged: true }
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
  ): Promise<Stored | null> {
    const conversation = await lockRowWhere(Conversation, place, trx)
    if (!conversation) throw new ConversationNotFound()
    return isOpen(conversation.status) ? this.#postIn(conversation, visitor, draft, trx) : null
  }

  async #resumeIn(
    place: Place,
    visitor: Visitor,
    draft: VisitorDraft,
    trx: TransactionClientContract
  ): Promise<Stored> {
    await lockRow(Visitor, visitor.id, trx)
    const latest = await this.#latestOf(visitor, trx)
    const isLatest = latest?.externalId === place.external_id
    if (!isLatest || !this.#isResumable(latest)) throw new ConversationEnded()
    return this.#postIn(await lockRow(Conversation, latest.id, trx), visitor, draft, trx)
  }

  /** Writes into a locked conversation, reopening and un-archiving it as the rules say. */
  async #postIn(
    conversation: Conversation,
    visitor: Visitor,
    draft: VisitorDraft,
    trx: TransactionClientContract
  ): Promise<Stored> {
    const messages: Message[] = []
    const before = `${conversation.status} ${conversation.folder}`

    if (!isOpen(conversation.status)) {
      await this.agents.takeBack(conversation, trx)
      moveTo(conversation, openStatusFor(conversation))
      messages.push(await announce(conversation, 'reopened', 'Conversation reopened', trx))
    }
    if (conversation.archivedAt) markArchived(conversation, false)
    if (conversation.status === 'waiting') moveTo(conversation, 'active')

    const message = await appendMessage(
      conversation,
      {
        ...draft,
        senderType: 'visitor',
        senderId: visitor.id,
        senderName: visitor.displayName,
        type: 'text',
        visibility: 'public',
      },
      trx
    )
    messages.push(message)
    conversation.waitingSince ??= message.createdAt
    conversation.agentUnreadCount += 1
    await conversation.useTransaction(trx).save()

    const isChanged = before !== `${conversation.status} ${conversation.folder}`
    return { conversation, messages, isChanged }
  }

  async #open(
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
        departmentId: null,
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

  #latestOf(visitor: Visitor, trx: TransactionClientContract) {
    return Conversation.query({ client: trx })
      .where('visitor_id', visitor.id)
      .orderBy('id', 'desc')
      .first()
  }

  #isResumable(conversation: Conversation) {
    if (isOpen(conversation.status)) return true
    const endedAt = conversation.closedAt ?? conversation.resolvedAt ?? conversation.updatedAt
    return endedAt > DateTime.utc().minus({ hours: this.config.reopenWindowHours })
  }
}
