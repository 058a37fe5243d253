import { DateTime } from 'luxon'
import type { EmitterLike } from '@adonisjs/core/types/events'
import type { EventsList } from '@adonisjs/core/types'
import type { ChatConfig } from '#chat/config/chat_config'
import Agent, { type AgentStatus } from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import { hasJoined } from '#chat/services/conversations/joining'
import { effectiveStatus } from '#chat/services/team/agent_status'
import { Departures } from '#chat/services/team/departures'
import type { SharedCounts } from '#chat/redis/shared_counts'
import { SignsOfLife } from '#chat/services/team/signs_of_life'
import { emitAfterCommit } from '#chat/support/emit_after_commit'

/**
 * Agents' presence (R2). It belongs to the agent, not to a tab or device: any open stream keeps them online, and a
 * status chosen on one holds on all.
 */
export class AgentPresence {
  #signs: SignsOfLife
  #departures: Departures
  #counts?: SharedCounts

  constructor(
    protected config: ChatConfig,
    protected emitter: EmitterLike<EventsList>
  ) {
    this.#signs = new SignsOfLife(config)
    this.#departures = new Departures(config, (agentId) => this.#leave(agentId))
  }

  /** The agent's current status. */
  statusOf(agent: Agent): AgentStatus {
    return effectiveStatus(agent, this.config.agentOnlineSeconds)
  }

  /** Whether the agent is present: online, and neither away nor idle. */
  isThere(agent: Agent): boolean {
    return ['online', 'busy'].includes(this.statusOf(agent))
  }

  /** Whether a conversation's agent has joined and is present. */
  async isAttended(conversation: Conversation): Promise<boolean> {
    if (conversation.folder !== 'open' || !hasJoined(conversation)) return false
    const agent = await Agent.find(conversation.agentId)
    return agent !== null && this.isThere(agent)
  }

  /** Sets the status that the agent chooses; choosing ends idleness. */
  async choose(agent: Agent, status: AgentStatus): Promise<Agent> {
    return this.#change(agent, () => {
      agent.merge({ status, isIdle: false })
      if (agent.$dirty.status) agent.statusChangedAt = DateTime.utc()
    })
  }

  /** The agent's browsers have seen no input for a while, or input again. */
  async setIdle(agent: Agent, isIdle: boolean): Promise<Agent> {
    return this.#change(agent, () => agent.merge({ isIdle }))
  }

  /** A stream has opened: a sign of life and, for an absent agent, an arrival. */
  async arrive(agent: Agent): Promise<void> {
    const wasOffline = this.statusOf(agent) === 'offline'
    agent.lastActiveAt = await this.#signs.give(agent.id)
    if (wasOffline) this.#announce(agent, false)
  }

  /** A sign of life from an open stream. */
  async beat(agentId: number): Promise<void> {
    await this.#signs.give(agentId)
  }

  /**
   * Counts a stream as open until the returned function is called. The agent goes offline a few seconds after their
   * last one closes; while another process may hold one, after the configured silence.
   */
  hold(agentId: number): () => void {
    const release = this.#departures.hold(agentId)
    const key = [keyOf(agentId)]
    void this.#counts?.take(key)
    return () => {
      release()
      void this.#counts?.release(key)
    }
  }

  /** Counts the agents' streams over all processes, so that an agent goes offline with the last one of any. */
  countWith(counts: SharedCounts) {
    this.#counts = counts
  }

  /** The process ends: no agent goes offline because its streams do. */
  stop() {
    this.#departures.stop()
  }

  async #leave(agentId: number) {
    const held = async () => (await this.#counts?.sum(keyOf(agentId))) ?? null
    if (!(await this.#signs.withdraw(agentId, held))) return
    const agent = await Agent.find(agentId)
    if (!agent) return
    const { lastActiveAt } = agent
    agent.lastActiveAt = DateTime.utc()
    const wasThere = this.isThere(agent)
    agent.lastActiveAt = lastActiveAt
    this.#announce(agent, wasThere)
  }

  async #change(agent: Agent, change: () => void) {
    const wasThere = this.isThere(agent)
    change()
    if (!agent.$isDirty) return agent
    await agent.merge({ updatedAt: DateTime.utc() }).save()
    this.#announce(agent, wasThere)
    return agent
  }

  #announce(agent: Agent, wasThere: boolean) {
    emitAfterCommit(this.emitter, 'chat.agent.updated', { agent })
    const isThere = this.isThere(agent)
    if (isThere !== wasThere)
      emitAfterCommit(this.emitter, 'chat.presence.changed', { agent, isThere })
  }
}

const keyOf = (agentId: number) => `present/${agentId}`
