import type { DateTime } from 'luxon'
import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ChatConfig } from '#chat/config/chat_config'
import Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { isOpen } from '#chat/services/conversations/status_rules'
import {
  assignTo,
  markArchived,
  markSnoozed,
} from '#chat/services/conversations/status_transitions'
import { oneMoreChat, reserveCapacity } from '#chat/services/team/agent_capacity'

/**
 * The number of conversations that each agent has: the open ones outside the archive. Every operation that assigns,
 * unassigns, ends, reopens or archives a locked conversation goes through this class, so that count and conversation
 * always agree (R1).
 */
export class AgentLoads {
  constructor(protected config: ChatConfig) {}

  /**
   * Assigns a locked conversation to an agent, even beyond their maximum, since a person has decided so; null returns
   * it to the queue. The caller saves.
   *
   * The two agents' rows are locked in the order of their ids: two transfers in opposite directions would otherwise
   * deadlock.
   */
  async reassign(conversation: Conversation, to: Agent | null, trx: TransactionClientContract) {
    const counts = [() => this.releaseCapacity(conversation, trx)]
    if (to && occupiesCapacity(conversation)) counts.push(() => this.#add(to.id, trx))
    if (to && to.id < (conversation.agentId ?? 0)) counts.reverse()
    for (const count of counts) await count()
    assignTo(conversation, to)
  }

  /** Releases the assignee's capacity: the conversation is about to end, be reassigned or be archived. */
  async releaseCapacity(conversation: Conversation, trx: TransactionClientContract) {
    const { agentId } = conversation
    if (!agentId || !occupiesCapacity(conversation)) return
    await Agent.query({ client: trx })
      .where('id', agentId)
      .where('current_chats_count', '>', 0)
      .decrement('current_chats_count', 1)
  }

  /**
   * Assigns a conversation that is being reopened to its agent again. An agent who takes chats from the queue must be
   * online with capacity left, or reopen it themselves; otherwise the conversation is unassigned.
   */
  async restoreAssignee(conversation: Conversation, trx: TransactionClientContract, by?: Agent) {
    if (!conversation.agentId) return
    const agent = await Agent.findOrFail(conversation.agentId, { client: trx })
    if (!agent.isServing || agent.id === by?.id) return this.#add(agent.id, trx)
    if (await reserveCapacity(agent.id, this.config.agentOnlineSeconds, trx)) return
    assignTo(conversation, null)
  }

  /**
   * Assigns a visitor's new message to the agent of their last conversation, if that agent takes chats, is online and has
   * capacity. Returns whether it was assigned. The caller saves.
   */
  async returnTo(conversation: Conversation, agent: Agent, trx: TransactionClientContract) {
    if (!agent.isServing) return false
    if (!(await reserveCapacity(agent.id, this.config.agentOnlineSeconds, trx))) return false
    assignTo(conversation, agent)
    return true
  }

  /** Archives a locked conversation. The caller saves. */
  async archive(conversation: Conversation, trx: TransactionClientContract) {
    await this.releaseCapacity(conversation, trx)
    markArchived(conversation, true)
  }

  /**
   * Restores a locked conversation from the archive; an open one goes to its agent under the conditions of a reopened
   * one. The caller saves.
   */
  async unarchive(conversation: Conversation, trx: TransactionClientContract, by?: Agent) {
    if (isOpen(conversation.status)) await this.restoreAssignee(conversation, trx, by)
    markArchived(conversation, false)
  }

  /** Snoozes a locked conversation: its agent's capacity is released until it wakes. The caller saves. */
  async snooze(conversation: Conversation, until: DateTime, trx: TransactionClientContract) {
    await this.releaseCapacity(conversation, trx)
    markSnoozed(conversation, until)
  }

  /** Wakes a snoozed conversation with its agent, who snoozed it to continue later. The caller saves. */
  async wake(conversation: Conversation, trx: TransactionClientContract) {
    if (conversation.agentId) await this.#add(conversation.agentId, trx)
    markSnoozed(conversation, null)
  }

  /** Wakes a snoozed conversation because its visitor writes, like a reopened one. The caller saves. */
  async wakeForVisitor(conversation: Conversation, trx: TransactionClientContract) {
    await this.restoreAssignee(conversation, trx)
    markSnoozed(conversation, null)
  }

  /**
   * Updates the agents' counts of conversations that await the visitor. The writer calls it with each locked
   * conversation before saving, so that the counts are right whatever operation moved it; before deleting one, the
   * conversation counts for no agent.
   */
  async countAwaiting(
    conversation: Conversation,
    trx: TransactionClientContract,
    isDeleted = false
  ) {
    const from = awaitingWith(conversation.$original)
    const to = isDeleted ? null : awaitingWith(conversation)
    if (from === to) return
    const steps = [
      { agentId: from, by: -1 },
      { agentId: to, by: 1 },
    ]
    steps.sort((a, b) => (a.agentId ?? 0) - (b.agentId ?? 0))
    for (const { agentId, by } of steps) {
      if (agentId) await Agent.query({ client: trx }).where('id', agentId).increment(COUNT, by)
    }
  }

  async #add(agentId: number, trx: TransactionClientContract) {
    await Agent.query({ client: trx }).where('id', agentId).update(oneMoreChat(trx))
  }
}

const COUNT = 'awaiting_chats_count'

type AssigneeColumns = Partial<Pick<Conversation, 'agentId' | 'folder' | 'status'>>

/** The assignee while it is the visitor's turn, or null. */
const awaitingWith = ({ agentId, folder, status }: AssigneeColumns) =>
  folder === 'open' && status === 'waiting' ? (agentId ?? null) : null

const occupiesCapacity = ({ folder }: Conversation) => folder === 'open'
