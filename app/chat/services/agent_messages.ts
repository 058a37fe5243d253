import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import type Agent from '#chat/models/agent'
import { ConversationEnded, StaleReply } from '#chat/exceptions/chat_errors'
import type { AgentLoads } from '#chat/services/agent_loads'
import { announceJoining } from '#chat/services/joining'
import { cancelPending } from '#chat/services/later/pending_action'
import { appendMessage, markReadByAgents, storedBefore } from '#chat/services/message_log'
import { moveTo } from '#chat/services/conversation_state'
import { isOpen } from '#chat/services/conversation_status'
import type {
  Change,
  ConversationReference,
  ConversationWriter,
} from '#chat/services/conversation_writer'
import { isDuplicate } from '#chat/services/row_lock'

export interface AgentDraft {
  content: string
  clientMessageId: string
  /** A note: for agents' eyes alone (C6). */
  internal?: boolean
  /** The last `seq` that the agent had seen; left out, nothing is checked. */
  seenSeq?: number | null
}

export interface AgentPost {
  conversation: Conversation
  message: Message
  isNew: boolean
}

/** Everything that agents write: replies, which the visitor reads, and notes, which no visitor ever does. */
export class AgentMessages {
  constructor(
    protected writer: ConversationWriter,
    protected loads: AgentLoads
  ) {}

  /**
   * Stores a reply or a note exactly once. The first reply takes an unassigned conversation on.
   *
   * @throws ConversationNotFound when there is no such conversation
   * @throws ConversationEnded for a reply to a conversation that has to be reopened first
   * @throws StaleReply for a reply whose author has not seen what others have said since `seenSeq`
   */
  async post(
    conversation: ConversationReference,
    agent: Agent,
    draft: AgentDraft
  ): Promise<AgentPost> {
    try {
      const change: Change = (locked, trx) =>
        draft.internal
          ? this.#note(locked, agent, draft, trx)
          : this.#reply(locked, agent, draft, trx)
      const written = await this.writer.change(conversation, change, agent)
      const { messages } = written
      const message = messages[messages.length - 1]
      return { conversation: written.conversation, message, isNew: true }
    } catch (error) {
      const first = isRefusal(error)
        ? await storedBefore('agent', agent.id, draft.clientMessageId)
        : null
      if (!first) throw error
      return { ...first, isNew: false }
    }
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
      messages.push(...(await cancelPending(conversation, `${agent.name} replied`, trx)))
    }
    if (conversation.archivedAt) await this.loads.unarchive(conversation, trx, agent)
    if (!conversation.agentId) await this.loads.handOver(conversation, agent, trx)
    messages.push(...(await announceJoining(conversation, agent, trx)))
    if (conversation.status !== 'waiting') moveTo(conversation, 'waiting')

    await markReadByAgents(conversation, trx)
    const message = await this.#append(conversation, agent, draft, trx)
    messages.push(message)
    conversation.firstResponseAt ??= message.createdAt
    conversation.waitingSince = null
    conversation.visitorUnreadCount += 1
    conversation.agentReadSeq = conversation.lastSeq
    conversation.agentUnreadCount = 0
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

  /** Whether the visitor, a teammate or a bot has said something to all that this agent has not seen. */
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

/** A message that was stored before is refused for what it has caused itself, or for what came after it. */
const isRefusal = (error: unknown) =>
  isDuplicate(error) || error instanceof ConversationEnded || error instanceof StaleReply
