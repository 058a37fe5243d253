import { ConversationEnded, FileNotSendable, StaleReply } from '#chat/exceptions/chat_errors'
import type Agent from '#chat/models/agent'
import type { AgentDraft, AgentPost } from '#chat/services/conversations/agent_draft'
import type { AgentMessageWrites } from '#chat/services/conversations/agent_message_writes'
import {
  columnsOf,
  type Change,
  type ConversationReference,
  type ConversationWriter,
} from '#chat/services/conversations/conversation_writer'
import { findStored } from '#chat/services/conversations/message_log'
import { draftContent } from '#chat/services/conversations/message_rules'
import { usualAgent } from '#chat/services/conversations/usual_senders'
import type { ReplyMails } from '#chat/services/mail/reply_mails'
import { isDuplicate } from '#chat/support/row_lock'

/** Messages of agents: replies, which the visitor reads, and notes, which only agents see. */
export class AgentMessages {
  constructor(
    protected writer: ConversationWriter,
    protected writes: AgentMessageWrites,
    protected mails: ReplyMails
  ) {}

  /**
   * Stores a reply or a note exactly once. The first reply assigns an unassigned conversation to its author.
   *
   * @throws ConversationNotFound when there is no such conversation
   * @throws ConversationEnded when a reply needs the conversation to be reopened first
   * @throws StaleReply when others have written since `seenSeq`
   * @throws MessageEmpty, MessageTooLong, FileNotSendable, TooManyFiles
   */
  async post(
    conversation: ConversationReference,
    agent: Agent,
    given: AgentDraft
  ): Promise<AgentPost> {
    const draft = { ...given, content: draftContent(given) }
    try {
      const short = await this.#replyShortly(conversation, agent, draft)
      if (short) return short
      const change: Change = (locked, trx) =>
        draft.internal
          ? this.writes.note(locked, agent, draft, trx)
          : this.writes.reply(locked, agent, draft, trx)
      const written = await this.writer.change(conversation, change, agent)
      const { messages } = written
      const message = messages[messages.length - 1]
      return {
        conversation: written.conversation,
        facts: written.conversation,
        message,
        isNew: true,
      }
    } catch (error) {
      const first = isRefusal(error)
        ? await findStored('agent', agent.id, draft.clientMessageId)
        : null
      if (!first) throw error
      return { ...first, facts: first.conversation, isNew: false }
    }
  }

  /** The reply of the agent who has the conversation; null where more has to happen, or for a note and files. */
  async #replyShortly(
    conversation: ConversationReference,
    agent: Agent,
    { content, clientMessageId, internal, seenSeq, mail, attachments }: AgentDraft
  ) {
    if (internal || mail || attachments?.length) return null
    return this.writer.writeUsual({
      tenantId: agent.tenantId,
      conversation: columnsOf(conversation),
      content,
      clientMessageId,
      sender: usualAgent(agent, { seenSeq, mailDueAt: this.mails.dueAt() }),
    })
  }
}

/**
 * A retried message may be refused because of its own effects, or of later messages; then the stored one is returned.
 */
const isRefusal = (error: unknown) =>
  isDuplicate(error) ||
  error instanceof ConversationEnded ||
  error instanceof StaleReply ||
  error instanceof FileNotSendable
