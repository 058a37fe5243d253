import { DateTime } from 'luxon'
import type { ChatConfig } from '#chat/config/chat_config'
import Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import type { Folder } from '#chat/services/conversations/status_rules'
import { toSqlUtc } from '#chat/models/columns'
import type { AgentLoads } from '#chat/services/team/agent_loads'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import { isOpen } from '#chat/services/conversations/status_rules'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import type { ConversationQuery } from '#chat/services/routing/waiting_line'
import { houseText } from '#chat/texts/text'

/** Returns conversations of absent agents to the queue. */
export class Requeue {
  constructor(
    protected config: ChatConfig,
    protected writer: ConversationWriter,
    protected loads: AgentLoads
  ) {}

  /** All open conversations of an agent, snoozed ones included: those wake up unassigned. */
  async allOf(agent: Agent, reason: string): Promise<number> {
    return this.#each(agent, this.#openOf(agent, ['open', 'snoozed']), reason, () => true)
  }

  /**
   * The conversations whose visitors await an answer, of each serving agent who has been offline for longer than the
   * configuration allows.
   */
  async abandoned(): Promise<number> {
    const minutes = this.config.requeueOfflineAfterMinutes
    if (minutes <= 0) return 0
    let count = 0
    for (const agent of await this.#offlineSince(DateTime.utc().minus({ minutes }))) {
      const waiting = this.#openOf(agent).whereNotNull('waiting_since')
      const reason = houseText('system_lines.agent_offline', { agent: agent.name })
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
        await this.loads.reassign(locked, null, trx)
        return [await addSystemLine(locked, 'unassigned', reason, trx)]
      })
      if (messages.length) count += 1
    }
    return count
  }
}
