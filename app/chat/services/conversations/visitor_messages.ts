import {
  ConversationEnded,
  ConversationNotFound,
  FileNotSendable,
} from '#chat/exceptions/chat_errors'
import Conversation from '#chat/models/conversation'
import type DirectLink from '#chat/models/direct_link'
import type Visitor from '#chat/models/visitor'
import type Widget from '#chat/models/widget'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import { conversationsOf } from '#chat/services/conversations/conversations_of'
import { findStored } from '#chat/services/conversations/message_log'
import { draftContent } from '#chat/services/conversations/message_rules'
import { usualVisitor } from '#chat/services/conversations/usual_senders'
import type {
  FirstMessageDetails,
  VisitorDraft,
  VisitorPost,
} from '#chat/services/conversations/visitor_draft'
import type { Proactive } from '#chat/services/proactive/proactive'
import type { VisitorMessageWrites } from '#chat/services/conversations/visitor_message_writes'
import type { WriteResult } from '#chat/services/conversations/write_result'
import { addressKey } from '#chat/support/address_key'
import { KeyedQueue } from '#chat/support/keyed_queue'
import { isDuplicate } from '#chat/support/row_lock'

/** Messages of visitors: each is stored exactly once, and a visitor has at most one open conversation (C12, C13). */
export class VisitorMessages {
  #starts = new KeyedQueue()

  constructor(
    protected writer: ConversationWriter,
    protected writes: VisitorMessageWrites,
    protected proactive: Proactive
  ) {}

  /**
   * Stores a message in the open conversation, in the last one if it ended within the reopen window, or in a new one.
   * Claims are saved with it. `ipAddress` is the request's; without it the visitor's first address counts.
   *
   * @throws MessageEmpty, MessageTooLong, FileNotSendable, TooManyFiles
   * @throws TooManyFromAddress when the address has too many open conversations for a new one
   */
  async start(
    widget: Widget,
    visitor: Visitor,
    draft: VisitorDraft,
    {
      ipAddress = visitor.ipAddress,
      answers,
      ...given
    }: FirstMessageDetails & { ipAddress?: string | null } = {}
  ): Promise<VisitorPost> {
    const checked = { ...draft, content: draftContent(draft) }
    const invitation = await this.proactive.invitation(widget, answers)
    const details = { ...given, invitation, addressKey: ipAddress ? addressKey(ipAddress) : null }
    const store = () =>
      this.#idempotently(visitor, checked, () =>
        this.writer.write((trx) => this.writes.start(widget, visitor, checked, details, trx))
      )
    // One after the other, so that each counts the open conversations of its address after the previous one
    const post = await this.#starts.run(
      `${widget.tenantId}/${details.addressKey ?? visitor.id}`,
      store
    )
    if (invitation && post.isNew) await this.proactive.counts.add(invitation, 'answered')
    return post
  }

  /**
   * Adds a message to one of the visitor's conversations.
   *
   * @throws ConversationNotFound when it is not this visitor's
   * @throws ConversationEnded when it ended before the reopen window, or the visitor has another open one
   * @throws MessageEmpty, MessageTooLong, FileNotSendable, TooManyFiles
   */
  async post(visitor: Visitor, conversationId: string, draft: VisitorDraft): Promise<VisitorPost> {
    const checked = { ...draft, content: draftContent(draft) }
    if (visitor.link) await assertReached(visitor.link, conversationId)
    const key = { external_id: conversationId, visitor_id: visitor.id }
    const { tenantId } = visitor
    const usual = { ...checked, tenantId, conversation: key, sender: usualVisitor(visitor) }
    return this.#idempotently(visitor, checked, async () => {
      const isUsual = !draft.mail && !draft.attachments?.length
      const short = isUsual ? await this.writer.writeUsual(usual) : null
      if (short) return short
      const written = await this.writer.write((trx) =>
        this.writes.postIfOpen(key, visitor, checked, trx)
      )
      return written ?? this.writer.write((trx) => this.writes.resume(key, visitor, checked, trx))
    })
  }

  /** Milliseconds since 1970 of the last message in any of the visitor's conversations; 0 for none. */
  async lastWrittenAt(visitor: Visitor): Promise<number> {
    const newest = await conversationsOf(visitor.id)
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
      if (!isOfRepeat(error)) throw error
      const first = await findStored('visitor', visitor.id, draft.clientMessageId)
      if (first) return { ...first, isNew: false }
      // An agent reopened another conversation in the same moment: the message belongs there
      if (isDuplicate(error) && !isSecondTry) return this.#idempotently(visitor, draft, store, true)
      throw error
    }
  }
}

/** A repeated message may be refused because the first one is stored, or its conversation has ended since. */
const isOfRepeat = (error: unknown) =>
  isDuplicate(error) || error instanceof ConversationEnded || error instanceof FileNotSendable

async function assertReached({ conversationId }: DirectLink, externalId: string) {
  const reached = await Conversation.query()
    .where('id', conversationId)
    .select('external_id')
    .first()
  if (reached?.externalId !== externalId) throw new ConversationNotFound()
}
