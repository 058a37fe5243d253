import type { Database } from '@adonisjs/lucid/database'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import Conversation from '#chat/models/conversation'
import Message from '#chat/models/message'
import type Agent from '#chat/models/agent'
import { ConversationEnded, StaleReply } from '#chat/exceptions/chat_errors'
import { announce } from '#chat/services/announcements'
import { appendMessage, markReadByAgents } from '#chat/services/message_log'
import { giveTo, markArchived, moveTo } from '#chat/services/conversation_state'
import { isOpen } from '#chat/services/conversation_status'
import { isDuplicate, lockRow } from '#chat/services/row_lock'
import type { AgentDirectory } from '#chat/services/agent_directory'
import { tell } from '#chat/services/tell'

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
    protected db: Database,
    protected emitter: EmitterLike<EventsList>,
    protected agents: AgentDirectory
  ) {}

  /**
   * Stores a reply or a note exactly once. The first reply takes an unassigned conversation on.
   *
   * @throws ConversationEnded for a reply to a conversation that has to be reopened first
   * @throws StaleReply for a reply whose author has not seen what others have said since `seenSeq`
   */
  async post(conversation: Conversation, agent: Agent, draft: AgentDraft): Promise<AgentPost> {
    try {
      const stored = await this.db.transaction(async (trx) => {
        const locked = await lockRow(Conversation, conversation.id, trx)
        return draft.internal
          ? this.#noteIn(locked, agent, draft, trx)
          : this.#replyIn(locked, agent, draft, trx)
      })
      for (const message of stored.messages) {
        tell(this.emitter, 'chat.message.sent', {
          conversation: stored.conversation,
          message,
        })
      }
      tell(this.emitter, 'chat.conversation.updated', { conversation: stored.conversation })
      return {
        conversation: stored.conversation,
        message: stored.messages[stored.messages.length - 1],
        isNew: true,
      }
    } catch (error) {
      const first = isRefusal(error) ? await this.#firstAnswer(agent, draft) : null
      if (!first) throw error
      return first
    }
  }

  async #replyIn(
    conversation: Conversation,
    agent: Agent,
    draft: AgentDraft,
    trx: TransactionClientContract
  ) {
    if (!isOpen(conversation.status)) throw new ConversationEnded()
    if (await this.#hasMissed(conversation, agent, draft, trx)) throw new StaleReply()
    const messages: Message[] = []
    if (!conversation.agentId) {
      giveTo(conversation, agent)
      await this.agents.shiftLoad(agent.id, 1, trx)
      messages.push(await announce(conversation, 'joined', `${agent.name} joined`, trx))
    }
    if (conversation.archivedAt) markArchived(conversation, false)
    if (conversation.status !== 'waiting') moveTo(conversation, 'waiting')

    await markReadByAgents(conversation, trx)
    const message = await this.#append(conversation, agent, draft, trx)
    messages.push(message)
    conversation.firstResponseAt ??= message.createdAt
    conversation.waitingSince = null
    conversation.visitorUnreadCount += 1
    conversation.agentReadSeq = conversation.lastSeq
    conversation.agentUnreadCount = 0
    await conversation.useTransaction(trx).save()
    return { conversation, messages }
  }

  async #noteIn(
    conversation: Conversation,
    agent: Agent,
    draft: AgentDraft,
    trx: TransactionClientContract
  ) {
    const message = await this.#append(conversation, agent, draft, trx)
    await conversation.useTransaction(trx).save()
    return { conversation, messages: [message] }
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

  async #firstAnswer(agent: Agent, draft: AgentDraft): Promise<AgentPost | null> {
    const message = await Message.query()
      .where({
        sender_type: 'agent',
        sender_id: agent.id,
        client_message_id: draft.clientMessageId,
      })
      .first()
    if (!message) return null
    const conversation = await Conversation.findOrFail(message.conversationId)
    return { conversation, message, isNew: false }
  }
}

/** A message that was stored before is refused for what it has caused itself, or for what came after it. */
const isRefusal = (error: unknown) =>
  isDuplicate(error) || error instanceof ConversationEnded || error instanceof StaleReply
