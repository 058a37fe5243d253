import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/define_config'
import Agent from '#chat/models/agent'
import Conversation, { type Folder } from '#chat/models/conversation'
import { toSqlUtc } from '#chat/models/columns'
import type { AgentLoads } from '#chat/services/agent_loads'
import { announce } from '#chat/services/announcements'
import { isOpen } from '#chat/services/conversation_status'
import type { ConversationWriter } from '#chat/services/conversation_writer'
import type { ConversationQuery } from '#chat/services/routing/waiting_line'

/** Puts conversations of agents who are gone back among those that wait for one. */
export class Requeue {
  constructor(
    protected config: ChatConfig,
    protected writer: ConversationWriter,
    protected loads: AgentLoads
  ) {}

  /** All open conversations of an agent, those put aside as well: they come back as nobody's. */
  async allOf(agent: Agent, reason: string): Promise<number> {
    return this.#each(agent, this.#openOf(agent, ['open', 'snoozed']), reason, () => true)
  }

  /**
   * Of each serving agent who has been offline for longer than the configuration allows, the
   * conversations in which a visitor waits for an answer.
   */
  async abandoned(): Promise<number> {
    const minutes = this.config.requeueOfflineAfterMinutes
    if (minutes <= 0) return 0
    let count = 0
    for (const agent of await this.#offlineSince(DateTime.utc().minus({ minutes }))) {
      const waiting = this.#openOf(agent).whereNotNull('waiting_since')
      const reason = `${agent.name} is offline: back to the queue`
      count += await this.#each(agent, waiting, reason, (row) => row.waitingSince !== null)
    }
    return count
  }

  #offlineSince(moment: DateTime): Promise<Agent[]> {
    const sql = toSqlUtc(moment)
    return Agent.query()
      .where('is_serving', true)
      .where('current_chats_count', '>', 0)
      .where((gone) => {
        gone
          .where('last_active_at', '<=', sql)
          .orWhere((chosen) =>
            chosen.where('status', 'offline').where('status_changed_at', '<=', sql)
          )
      })
  }

  #openOf(agent: Agent, folders: Folder[] = ['open']) {
    return Conversation.query()
      .where({ tenant_id: agent.tenantId, agent_id: agent.id })
      .whereIn('folder', folders)
      .orderBy('last_message_at', 'desc')
      .limit(500)
  }

  async #each(
    agent: Agent,
    query: ConversationQuery,
    reason: string,
    isStillMeant: (conversation: Conversation) => boolean
  ) {
    let count = 0
    for (const conversation of await query.select('id', 'tenant_id', 'external_id')) {
      const { messages } = await this.writer.change(conversation, async (locked, trx) => {
        if (locked.agentId !== agent.id || !isOpen(locked.status)) return []
        if (!isStillMeant(locked)) return []
        await this.loads.handOver(locked, null, trx)
        return [await announce(locked, 'unassigned', reason, trx)]
      })
      if (messages.length) count += 1
    }
    return count
  }
}
