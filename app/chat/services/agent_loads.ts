import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type { ChatConfig } from '#chat/define_config'
import { toSqlUtc } from '#chat/models/columns'
import { giveTo } from '#chat/services/conversation_state'
import { isOpen } from '#chat/services/conversation_status'
import { takePlace } from '#chat/services/routing/places'

/**
 * How many open conversations each agent has: whoever gives, takes, ends or reopens a locked
 * conversation does it here, so that the count and the conversation never disagree (R1).
 */
export class AgentLoads {
  constructor(protected config: ChatConfig) {}

  /**
   * Hands a locked conversation to an agent, who may get more than their maximum by it, since a person
   * has decided so; or back to those that wait. The caller saves.
   */
  async handOver(conversation: Conversation, to: Agent | null, trx: TransactionClientContract) {
    await this.free(conversation, trx)
    if (to && isOpen(conversation.status)) await this.#add(to.id, trx)
    giveTo(conversation, to)
  }

  /** Its agent has a place again: the open conversation is about to end, or to leave them. */
  async free({ agentId, status }: Conversation, trx: TransactionClientContract) {
    if (!agentId || !isOpen(status)) return
    await Agent.query({ client: trx })
      .where('id', agentId)
      .where('current_chats_count', '>', 0)
      .decrement('current_chats_count', 1)
  }

  /**
   * Gives a conversation that is being reopened back to its agent: to one who takes chats from the queue
   * only while they are online and have room, or reopen it themselves; else it goes to nobody.
   */
  async takeBack(conversation: Conversation, trx: TransactionClientContract, by?: Agent) {
    if (!conversation.agentId) return
    const agent = await Agent.findOrFail(conversation.agentId, { client: trx })
    if (!agent.isServing || agent.id === by?.id) return this.#add(agent.id, trx)
    if (await takePlace(agent.id, this.config.agentOnlineSeconds, trx)) return
    giveTo(conversation, null)
  }

  async #add(agentId: number, trx: TransactionClientContract) {
    await Agent.query({ client: trx })
      .where('id', agentId)
      .update({
        current_chats_count: trx.raw('current_chats_count + 1'),
        total_chats_count: trx.raw('total_chats_count + 1'),
        last_assigned_at: toSqlUtc(DateTime.utc()),
      })
  }
}
