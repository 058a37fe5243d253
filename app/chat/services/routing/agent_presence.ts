import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/define_config'
import Agent, { type AgentStatus } from '#chat/models/agent'
import { toSqlUtc } from '#chat/models/columns'
import { effectiveStatus } from '#chat/services/routing/agent_status'
import { tell } from '#chat/services/tell'

/**
 * Whether agents are there (R2). Presence belongs to the agent: however many tabs and devices they have,
 * any open stream keeps them online, and a status chosen on one holds on all.
 */
export class AgentPresence {
  constructor(
    protected config: ChatConfig,
    protected emitter: EmitterLike<EventsList>
  ) {}

  /** What the agent is right now. */
  statusOf(agent: Agent): AgentStatus {
    return effectiveStatus(agent, this.config.agentOnlineSeconds)
  }

  /** The agent's own choice; whoever chooses is not idle. */
  async choose(agent: Agent, status: AgentStatus): Promise<Agent> {
    agent.merge({ status, isIdle: false })
    if (agent.$dirty.status) agent.statusChangedAt = DateTime.utc()
    return this.#save(agent)
  }

  /** The agent's browsers have seen no input for a while, or again. */
  async setIdle(agent: Agent, isIdle: boolean): Promise<Agent> {
    return this.#save(agent.merge({ isIdle }))
  }

  /** A stream has opened: a sign of life, and for one who was not there an arrival. */
  async arrive(agent: Agent): Promise<void> {
    const wasOffline = this.statusOf(agent) === 'offline'
    const now = DateTime.utc()
    await Agent.query()
      .where('id', agent.id)
      .update({ last_active_at: toSqlUtc(now) })
    agent.lastActiveAt = now
    if (wasOffline) tell(this.emitter, 'chat.agent.updated', { agent })
  }

  async #save(agent: Agent) {
    if (!agent.$isDirty) return agent
    await agent.merge({ updatedAt: DateTime.utc() }).save()
    tell(this.emitter, 'chat.agent.updated', { agent })
    return agent
  }
}
