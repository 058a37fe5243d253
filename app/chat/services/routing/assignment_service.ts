import type { QueryClientContract, TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { ChatConfig } from '#chat/define_config'
import Agent from '#chat/models/agent'
import Conversation from '#chat/models/conversation'
import { announce } from '#chat/services/announcements'
import { giveTo } from '#chat/services/conversation_state'
import type { ConversationWriter, Written } from '#chat/services/conversation_writer'
import { availableAgents, whereReady } from '#chat/services/routing/available_agents'
import { takePlace } from '#chat/services/routing/places'
import { lockRouting } from '#chat/services/routing/routing_lock'
import { mayServe, scopesOf, sharedScopes } from '#chat/services/routing/scopes'
import { oldestFirst, waitingLine } from '#chat/services/routing/waiting_line'
import { lockRow } from '#chat/services/row_lock'

/** Who gets which conversation next. */
interface Match {
  conversation: Conversation
  agent: Agent
}

/** At most so many in a row: whoever else wants the database gets their turn. */
const BATCH = 100

/**
 * Gives waiting conversations to agents (R3, R4): the oldest first, each to the online agent in scope
 * with the lowest load below their maximum, ties to who waited longest for one.
 *
 * Claim and capacity check are one transaction under the tenant's routing lock: whatever number of
 * processes asks at once, nobody exceeds their maximum and nothing is given twice.
 */
export class AssignmentService {
  constructor(
    protected config: ChatConfig,
    protected writer: ConversationWriter
  ) {}

  /** Gives out what can be given out now, and answers how many that were. */
  async pickUp(tenantId: string): Promise<number> {
    let given = 0
    while (given < BATCH && (await this.#match(tenantId))) {
      if (!(await this.#giveNext(tenantId))) break
      given += 1
    }
    return given
  }

  /**
   * The tenants in which somebody waits and somebody has a place: one small query for all of them,
   * which asks the queue only where an agent is free.
   */
  async tenantsToServe(): Promise<string[]> {
    const [queue, agents] = [Conversation.table, Agent.table]
    /** Not `exists`: MariaDB would rather read the whole index than look into it once per agent. */
    const waiting = '(select ??.?? from ?? where ?? = ?? and ?? is not null limit 1) is not null'
    const rows = await whereReady(Agent.query(), this.config.agentOnlineSeconds)
      .whereColumn('current_chats_count', '<', 'max_concurrent_chats')
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
    const conversation = await oldestFirst(line).first()
    const agent =
      conversation && agents.find(({ id }) => mayServe(id, scopes.get(id)!, conversation))
    return agent ? { conversation, agent } : null
  }

  /** False when there was nothing to give, or somebody else was faster: then the next turn decides anew. */
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
  ): Promise<Written | null> {
    const locked = await lockRow(Conversation, conversation.id, trx)
    if (!locked.queuedAt || locked.agentId) return null
    if (!(await takePlace(agent.id, this.config.agentOnlineSeconds, trx))) return null

    giveTo(locked, agent)
    const line = `Assigned to ${agent.name} automatically`
    const messages = [await announce(locked, 'assigned', line, trx)]
    return { conversation: locked, messages, isChanged: true }
  }
}
