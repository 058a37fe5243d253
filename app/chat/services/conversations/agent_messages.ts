import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import type { ConversationFacts, MessageFacts } from '#chat/models/facts'
import Message from '#chat/models/message'
import type Agent from '#chat/models/agent'
import { ConversationEnded, StaleReply } from '#chat/exceptions/chat_errors'
import type { AgentLoads } from '#chat/services/team/agent_capacity'
import { addJoinedLine } from '#chat/services/conversations/joining'
import { cancelPending } from '#chat/services/conversations/pending_action'
import {
  appendMessage,
  markReadByAgents,
  findStored,
} from '#chat/services/conversations/message_log'
import { messageContent } from '#chat/services/conversations/message_rules'
import { moveTo } from '#chat/services/conversations/status_transitions'
import { isOpen } from '#chat/services/conversations/status_rules'
import {
  columnsOf,
  type Change,
  type ConversationReference,
  type ConversationWriter,
} from '#chat/services/conversations/conversation_writer'
import type { ReplyMails } from '#chat/services/mail/reply_mails'
import { isDuplicate } from '#chat/support/row_lock'
import { usualAgent } from '#chat/services/conversations/usual_senders'
import { text } from '#chat/texts/text'

/** A reply or a note to post. The same `clientMessageId` (UUID) is stored once only. */
export interface AgentDraft {
  content: string
  clientMessageId: string
  /** A note, visible to agents only (C6). */
  internal?: boolean
  /** The last `seq` that the agent has seen; when omitted, the reply is not checked for staleness. */
  seenSeq?: number | null
}

/** A posted reply or note, with its conversation after it. `isNew` is false when it was stored before. */
export interface AgentPost {
  conversation: Conversation
  /** The same conversation, to be read only: no model is made for it. */
  facts: ConversationFacts
  message: MessageFacts
  isNew: boolean
}

/** Messages of agents: replies, which the visitor reads, and notes, which only agents see. */
export class AgentMessages {
  constructor(
    protected writer: ConversationWriter,
    protected loads: AgentLoads,
    protected mails: ReplyMails
  ) {}

  /**
   * Stores a reply or a note exactly once. The first reply assigns an unassigned conversation to its author.
   *
   * @throws ConversationNotFound when there is no such conversation
   * @throws ConversationEnded when a reply needs the conversation to be reopened first
   * @throws StaleReply when others have written since `seenSeq`
   * @throws MessageEmpty, MessageTooLong
   */
  async post(
    conversation: ConversationReference,
    agent: Agent,
    { content, ...rest }: AgentDraft
  ): Promise<AgentPost> {
    const draft = { ...rest, content: messageContent(content) }
    try {
      const short = await this.#replyShortly(conversation, agent, draft)
      if (short) return short
      const change: Change = (locked, trx) =>
        draft.internal
          ? this.#note(locked, agent, draft, trx)
          : this.#reply(locked, agent, draft, trx)
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

  /** The reply of the agent who has the conversation; null where more has to happen, or for a note. */
  async #replyShortly(
    conversation: ConversationReference,
    agent: Agent,
    { content, clientMessageId, internal, seenSeq }: AgentDraft
  ) {
    if (internal) return null
    return this.writer.writeUsual({
      tenantId: agent.tenantId,
      conversation: columnsOf(conversation),
      content,
      clientMessageId,
      sender: usualAgent(agent, { seenSeq, mailDueAt: this.mails.dueAt() }),
    })
  }

  async #reply(
    conversation: Conversation,
    agent: Agent,
    draft: AgentDraft,
    trx: TransactionClientContract
  ): Promise<Message[]> {
    if (!isOpen(conversation.status)) throw new ConversationEnded()
    if (await this.#hasMissed(conversation, agent, draft, trx)) throw new StaleReply()
    const messages: Message[] = []
    if (conversation.pendingById !== agent.id) {
      messages.push(
        ...(await cancelPending(
          conversation,
          text('system_lines.kept_reasons.agent', { agent: agent.name }),
          trx
        ))
      )
    }
    if (conversation.archivedAt) await this.loads.unarchive(conversation, trx, agent)
    if (!conversation.agentId) await this.loads.reassign(conversation, agent, trx)
    messages.push(...(await addJoinedLine(conversation, agent, trx)))
    if (conversation.status !== 'waiting') moveTo(conversation, 'waiting')

    await markReadByAgents(conversation, trx)
    const message = await this.#append(conversation, agent, draft, trx)
    messages.push(message)
    conversation.firstResponseAt ??= message.createdAt
    conversation.waitingSince = null
    conversation.visitorUnreadCount += 1
    conversation.agentReadSeq = conversation.lastSeq
    conversation.agentUnreadCount = 0
    conversation.mailDueAt = this.mails.dueAt()
    return messages
  }

  async #note(
    conversation: Conversation,
    agent: Agent,
    draft: AgentDraft,
    trx: TransactionClientContract
  ): Promise<Message[]> {
    return [await this.#append(conversation, agent, draft, trx)]
  }

  /** Whether the visitor, a teammate or a bot has written a public message that this agent has not seen. */
  async #hasMissed(
    conversation: Conversation,
    agent: Agent,
    { seenSeq }: AgentDraft,
    trx: TransactionClientContract
  ) {
    if (seenSeq === undefined || seenSeq === null || seenSeq >= conversation.lastSeq) return false
    const missed = await Message.query({ client: trx })
      .where({ conversation_id: conversation.id, visibility: 'public' })
      .where('seq', '>', seenSeq)
      .whereIn('type', ['text', 'file'])
      .whereNot((own) => own.where({ sender_type: 'agent', sender_id: agent.id }))
      .select('id')
      .first()
    return missed !== null
  }

  #append(
    conversation: Conversation,
    agent: Agent,
    { content, clientMessageId, internal }: AgentDraft,
    trx: TransactionClientContract
  ) {
    return appendMessage(
      conversation,
      {
        senderType: 'agent',
        senderId: agent.id,
        senderName: agent.name,
        type: internal ? 'note' : 'text',
        visibility: internal ? 'internal' : 'public',
        content,
        clientMessageId,
      },
      trx
    )
  }
}

/**
 * A retried message may be refused because of its own effects, or of later messages; then the stored one is returned.
 */
const isRefusal = (error: unknown) =>
  isDuplicate(error) || error instanceof ConversationEnded || error instanceof StaleReply
