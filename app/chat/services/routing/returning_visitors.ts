import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ChatConfig } from '#chat/define_config'
import Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import type { AgentLoads } from '#chat/services/agent_loads'
import { announce } from '#chat/services/announcements'
import { giveTo } from '#chat/services/conversation_state'

/**
 * A visitor who writes again soon after they talked goes back to the same agent, who knows what it is
 * about, when that one is there and has room; the thread says why. Everyone else waits in the queue.
 */
export class ReturningVisitors {
  constructor(
    protected config: ChatConfig,
    protected loads: AgentLoads
  ) {}

  /**
   * Finds the agent for a locked conversation that its visitor takes up again. An agent who takes no
   * chats from the queue keeps what they had: no one else would be given it.
   */
  async reopen(conversation: Conversation, trx: TransactionClientContract): Promise<Message[]> {
    if (!conversation.agentId) return []
    const agent = await Agent.findOrFail(conversation.agentId, { client: trx })
    if (!agent.isServing) {
      await this.loads.takeBack(conversation, trx)
      return []
    }
    giveTo(conversation, null)
    return this.#giveBack(conversation, agent, lastTalk(conversation), trx)
  }

  /** Finds the agent for a new conversation of a visitor whose last one cannot be taken up again. */
  async begin(
    conversation: Conversation,
    previous: Conversation | null,
    trx: TransactionClientContract
  ): Promise<Message[]> {
    if (!previous?.agentId || !conversation.queuedAt) return []
    const agent = await Agent.findOrFail(previous.agentId, { client: trx })
    return this.#giveBack(conversation, agent, lastTalk(previous), trx)
  }

  async #giveBack(
    conversation: Conversation,
    agent: Agent,
    talkedAt: DateTime,
    trx: TransactionClientContract
  ): Promise<Message[]> {
    const minutes = Math.floor(DateTime.utc().diff(talkedAt, 'minutes').minutes)
    if (minutes >= this.config.returnToAgentMinutes) return []
    if (!(await this.loads.giveBack(conversation, agent, trx))) return []
    const ago = minutes < 1 ? 'less than a minute' : `${minutes} min`
    return [
      await announce(
        conversation,
        'assigned',
        `Back with ${agent.name}: they talked ${ago} ago`,
        trx
      ),
    ]
  }
}

/** When the two had to do with each other last: by a message, or by the end of the conversation. */
const lastTalk = ({ lastMessageAt, resolvedAt, closedAt }: Conversation) =>
  DateTime.max(lastMessageAt, resolvedAt ?? lastMessageAt, closedAt ?? lastMessageAt)
