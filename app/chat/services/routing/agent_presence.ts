import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/define_config'
import Agent, { type AgentStatus } from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { hasJoined } from '#chat/services/joining'
import { effectiveStatus } from '#chat/services/routing/agent_status'
import { Departures } from '#chat/services/routing/departures'
import { SignsOfLife } from '#chat/services/routing/signs_of_life'
import { tell } from '#chat/services/tell'

/**
 * Whether agents are there (R2). Presence belongs to the agent: however many tabs and devices they have,
 * any open stream keeps them online, and a status chosen on one holds on all.
 */
export class AgentPresence {
  #signs: SignsOfLife
  #departures: Departures

  constructor(
    protected config: ChatConfig,
    protected emitter: EmitterLike<EventsList>
  ) {
    this.#signs = new SignsOfLife(config)
    this.#departures = new Departures(config, (agentId) => this.#leave(agentId))
  }

  /** What the agent is right now. */
  statusOf(agent: Agent): AgentStatus {
    return effectiveStatus(agent, this.config.agentOnlineSeconds)
  }

  /** Whether the agent takes part right now: there, and neither away nor idle. */
  isThere(agent: Agent): boolean {
    return ['online', 'busy'].includes(this.statusOf(agent))
  }

  /** Whether a conversation has an agent who has joined and is there. */
  async isAttended(conversation: Conversation): Promise<boolean> {
    if (conversation.folder !== 'open' || !hasJoined(conversation)) return false
    const agent = await Agent.find(conversation.agentId)
    return agent !== null && this.isThere(agent)
  }

  /** The agent's own choice; whoever chooses is not idle. */
  async choose(agent: Agent, status: AgentStatus): Promise<Agent> {
    return this.#change(agent, () => {
      agent.merge({ status, isIdle: false })
      if (agent.$dirty.status) agent.statusChangedAt = DateTime.utc()
    })
  }

  /** The agent's browsers have seen no input for a while, or again. */
  async setIdle(agent: Agent, isIdle: boolean): Promise<Agent> {
    return this.#change(agent, () => agent.merge({ isIdle }))
  }

  /** A stream has opened: a sign of life, and for one who was not there an arrival. */
  async arrive(agent: Agent): Promise<void> {
    const wasOffline = this.statusOf(agent) === 'offline'
    agent.lastActiveAt = await this.#signs.give(agent.id)
    if (wasOffline) this.#tell(agent, false)
  }

  /** A sign of life from an open stream. */
  async beat(agentId: number): Promise<void> {
    await this.#signs.give(agentId)
  }

  /**
   * A stream stays open until the answer is called. The agent is gone a few seconds after their last one, unless
   * another process holds one: then when that has been silent for as long as the configuration allows.
   */
  hold(agentId: number): () => void {
    return this.#departures.hold(agentId)
  }

  async #leave(agentId: number) {
    if (!(await this.#signs.withdraw(agentId))) return
    const agent = await Agent.find(agentId)
    if (!agent) return
    const { lastActiveAt } = agent
    agent.lastActiveAt = DateTime.utc()
    const wasThere = this.isThere(agent)
    agent.lastActiveAt = lastActiveAt
    this.#tell(agent, wasThere)
  }

  async #change(agent: Agent, change: () => void) {
    const wasThere = this.isThere(agent)
    change()
    if (!agent.$isDirty) return agent
    await agent.merge({ updatedAt: DateTime.utc() }).save()
    this.#tell(agent, wasThere)
    return agent
  }

  #tell(agent: Agent, wasThere: boolean) {
    tell(this.emitter, 'chat.agent.updated', { agent })
    const isThere = this.isThere(agent)
    if (isThere !== wasThere) tell(this.emitter, 'chat.presence.changed', { agent, isThere })
  }
}
