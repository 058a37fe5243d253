import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ChatConfig } from '#chat/config/chat_config'
import Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import { addSystemLine } from '#chat/services/conversations/system_lines'
import { assignTo } from '#chat/services/conversations/status_transitions'
import type { ConversationWriter } from '#chat/services/conversations/conversation_writer'
import type { WriteResult } from '#chat/services/conversations/write_result'
import type { AddressTurns } from '#chat/services/routing/address_turns'
import { availableAgents } from '#chat/services/team/available_agents'
import { whereReady } from '#chat/services/team/present_agents'
import { reserveCapacity, whereHasRoom } from '#chat/services/team/agent_capacity'
import { lockRouting } from '#chat/services/routing/routing_lock'
import { mayServe, scopesOf, sharedScopes } from '#chat/services/team/scopes'
import { inQueueOrder, waitingLine } from '#chat/services/routing/waiting_line'
import { lockRow } from '#chat/support/row_lock'
import { houseText } from '#chat/texts/text'

/** A conversation and the agent who gets it. */
interface Match {
  conversation: Conversation
  agent: Agent
}

/** The most assignments in a row; then other requests get the database. */
const BATCH = 100

/**
 * Assigns waiting conversations to agents (R3, R4): by address turns and then oldest first, each to the online agent
 * in scope with the lowest load below their maximum; among equals to the one who has waited longest for a chat.
 *
 * Claim and capacity check share one transaction under the tenant's routing lock: with any number of processes, no
 * agent exceeds their maximum and no conversation is assigned twice.
 */
export class AssignmentService {
  constructor(
    protected config: ChatConfig,
    protected writer: ConversationWriter,
    protected turns: AddressTurns
  ) {}

  /** Assigns as many waiting conversations as there is capacity for, and returns their number. */
  async pickUp(tenantId: string): Promise<number> {
    let given = 0
    while (given < BATCH && (await this.#match(tenantId))) {
      if (!(await this.#giveNext(tenantId))) break
      given += 1
    }
    return given
  }

  /**
   * The tenants with both a waiting conversation and an agent with capacity: one small query for all tenants, which
   * reads the queue only where an agent is free.
   */
  async tenantsToServe(): Promise<string[]> {
    const [queue, agents] = [Conversation.table, Agent.table]
    /** Not `exists`: MariaDB would read the whole index instead of one entry per agent. */
    const waiting = '(select ??.?? from ?? where ?? = ?? and ?? is not null limit 1) is not null'
    const rows = await whereHasRoom(whereReady(Agent.query(), this.config.agentOnlineSeconds))
      .whereRaw(waiting, [
        queue,
        'id',
        queue,
        `${queue}.tenant_id`,
        `${agents}.tenant_id`,
        `${queue}.queued_at`,
      ])
      .distinct('tenant_id')
      .pojo<{ tenant_id: string }>()
    return rows.map((row) => row.tenant_id)
  }

  async #match(tenantId: string, client?: QueryClientContract): Promise<Match | null> {
    const agents = await availableAgents(tenantId, this.config.agentOnlineSeconds, client)
    if (agents.length === 0) return null
    const ids = agents.map(({ id }) => id)
    const scopes = await scopesOf(ids, client)
    const line = waitingLine(tenantId, sharedScopes(scopes), client)
    const conversation = await inQueueOrder(line).first()
    const agent =
      conversation && agents.find(({ id }) => mayServe(id, scopes.get(id)!, conversation))
    return agent ? { conversation, agent } : null
  }

  /** False when there was nothing to assign, or another process was faster: the next call decides anew. */
  async #giveNext(tenantId: string): Promise<boolean> {
    const given = await this.writer.write(async (trx) => {
      await lockRouting(tenantId, trx)
      const match = await this.#match(tenantId, trx)
      return match && this.#give(match, trx)
    })
    return given !== null
  }

  async #give(
    { conversation, agent }: Match,
    trx: TransactionClientContract
  ): Promise<WriteResult | null> {
    const locked = await lockRow(Conversation, conversation.id, trx)
    if (!locked.queuedAt || locked.agentId) return null
    if (!(await reserveCapacity(agent.id, this.config.agentOnlineSeconds, trx))) return null
    await this.turns.served(locked, trx)

    assignTo(locked, agent)
    const line = houseText('system_lines.auto_assigned', { agent: agent.name })
    const messages = [await addSystemLine(locked, 'assigned', line, trx)]
    return { conversation: locked, messages, isChanged: true }
  }
}
