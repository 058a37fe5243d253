import { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import type { ChatConfig } from '#chat/define_config'
import { toSqlUtc } from '#chat/models/columns'
import { giveTo, markArchived, markSnoozed } from '#chat/services/conversation_state'
import { isOpen } from '#chat/services/conversation_status'
import { takePlace } from '#chat/services/routing/places'

/**
 * How many conversations each agent has on their desk, which are the open ones outside the archive:
 * whoever gives, takes, ends, reopens or archives a locked conversation does it here, so that the count
 * and the conversation never disagree (R1).
 */
export class AgentLoads {
  constructor(protected config: ChatConfig) {}

  /**
   * Hands a locked conversation to an agent, who may get more than their maximum by it, since a person
   * has decided so; or back to those that wait. The caller saves.
   *
   * The two agents are counted in the order of their ids: else two who hand over to each other at the
   * same moment would each wait for the other's row.
   */
  async handOver(conversation: Conversation, to: Agent | null, trx: TransactionClientContract) {
    const counts = [() => this.free(conversation, trx)]
    if (to && takesPlace(conversation)) counts.push(() => this.#add(to.id, trx))
    if (to && to.id < (conversation.agentId ?? 0)) counts.reverse()
    for (const count of counts) await count()
    giveTo(conversation, to)
  }

  /** Its agent has a place again: the conversation is about to end, to leave them or to be archived. */
  async free(conversation: Conversation, trx: TransactionClientContract) {
    const { agentId } = conversation
    if (!agentId || !takesPlace(conversation)) return
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

  /**
   * Gives what a visitor has just written to the agent whom they talked with, when that one takes chats,
   * is online and has room. Answers whether it was given. The caller saves.
   */
  async giveBack(conversation: Conversation, agent: Agent, trx: TransactionClientContract) {
    if (!agent.isServing) return false
    if (!(await takePlace(agent.id, this.config.agentOnlineSeconds, trx))) return false
    giveTo(conversation, agent)
    return true
  }

  /** Puts a locked conversation out of sight. The caller saves. */
  async archive(conversation: Conversation, trx: TransactionClientContract) {
    await this.free(conversation, trx)
    markArchived(conversation, true)
  }

  /**
   * Brings a locked conversation back from the archive; one that is open goes to its agent under the
   * conditions under which a reopened one does. The caller saves.
   */
  async unarchive(conversation: Conversation, trx: TransactionClientContract, by?: Agent) {
    if (isOpen(conversation.status)) await this.takeBack(conversation, trx, by)
    markArchived(conversation, false)
  }

  /** Puts a locked conversation aside: its agent has a place free until it comes back. The caller saves. */
  async snooze(conversation: Conversation, until: DateTime, trx: TransactionClientContract) {
    await this.free(conversation, trx)
    markSnoozed(conversation, until)
  }

  /** Takes a snoozed conversation up again: with its agent, who has put it aside to go on with it. The caller saves. */
  async wake(conversation: Conversation, trx: TransactionClientContract) {
    if (conversation.agentId) await this.#add(conversation.agentId, trx)
    markSnoozed(conversation, null)
  }

  /** Takes a snoozed conversation up again since its visitor writes: as one that is reopened. The caller saves. */
  async wakeForVisitor(conversation: Conversation, trx: TransactionClientContract) {
    await this.takeBack(conversation, trx)
    markSnoozed(conversation, null)
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

const takesPlace = ({ folder }: Conversation) => folder === 'open'
