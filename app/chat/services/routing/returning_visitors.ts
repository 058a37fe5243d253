import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ChatConfig } from '#chat/config/chat_config'
import Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type Message from '#chat/models/message'
import type { AgentLoads } from '#chat/services/team/agent_loads'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import { assignTo } from '#chat/services/conversations/status_transitions'
import { houseText } from '#chat/texts/text'

/**
 * Assigns a visitor who writes again soon to the same agent, who knows the subject, if that agent is online and has
 * capacity; a line of the thread gives the reason. Other conversations wait in the queue.
 */
export class ReturningVisitors {
  constructor(
    protected config: ChatConfig,
    protected loads: AgentLoads
  ) {}

  /**
   * Finds the agent for a locked conversation that its visitor reopens. An agent who takes no chats from the queue
   * keeps it, because the queue has no reason to move it to another.
   */
  async reopen(conversation: Conversation, trx: TransactionClientContract): Promise<Message[]> {
    if (!conversation.agentId) return []
    const agent = await Agent.findOrFail(conversation.agentId, { client: trx })
    if (!agent.isServing) {
      await this.loads.restoreAssignee(conversation, trx)
      return []
    }
    assignTo(conversation, null)
    return this.#giveBack(conversation, agent, lastTalk(conversation), trx)
  }

  /** Finds the agent for a new conversation of a visitor whose last one cannot be resumed. */
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
    if (!(await this.loads.returnTo(conversation, agent, trx))) return []
    return [
      await addSystemLine(
        conversation,
        'assigned',
        minutes < 1
          ? houseText('system_lines.returned_soon', { agent: agent.name })
          : houseText('system_lines.returned', { agent: agent.name, minutes }),
        trx
      ),
    ]
  }
}

/** The last contact of the two: a message, or the end of the conversation. */
const lastTalk = ({ lastMessageAt, resolvedAt, closedAt }: Conversation) =>
  DateTime.max(lastMessageAt, resolvedAt ?? lastMessageAt, closedAt ?? lastMessageAt)
