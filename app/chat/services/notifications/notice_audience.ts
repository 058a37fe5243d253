import type { DateTime } from 'luxon'
import Agent from '#chat/models/agent'
import type Conversation from '#chat/models/conversation'
import PushSubscription from '#chat/models/push_subscription'
import { lookKey, type Looks } from '#chat/services/notifications/looks'
import type { Mutes } from '#chat/services/notifications/mutes'
import type { Channel, NoticeKind } from '#chat/services/notifications/notice_kinds'
import {
  DEFAULT_CHOICES,
  type NoticePreferences,
} from '#chat/services/notifications/notice_preferences'
import { isQuietAt } from '#chat/services/notifications/quiet_hours'

/** What an agent is to be notified of. */
export interface Notice {
  kind: NoticeKind
  agentId: number
  conversation: Conversation
  /** The line of the thread that it is about: what was alerted to once is not alerted to again. */
  seq: number
  /** The agent who caused it; null for a visitor, the queue and the clock. */
  byAgentId: number | null
  /** The note of a transfer. */
  messageId: number | null
}

interface Parts {
  looks: Looks
  mutes: Mutes
  preferences: NoticePreferences
}

/** The agents of some notices: read before the transaction that writes them. */
export class NoticeAudience {
  private constructor(
    private agents: Map<number, Agent>,
    private channels: (agentId: number, kind: NoticeKind) => Channel[],
    private looking: Set<string>,
    private muted: Set<string>,
    private browsers: Map<number, number[]>
  ) {}

  static async of(
    pairs: Pick<Notice, 'agentId' | 'conversation'>[],
    now: DateTime,
    { looks, mutes, preferences }: Parts
  ): Promise<NoticeAudience> {
    const agentIds = [...new Set(pairs.map(({ agentId }) => agentId))]
    const conversationIds = pairs.map(({ conversation }) => conversation.id)
    const [agents, choices, looking, muted, subscriptions] = await Promise.all([
      Agent.query().whereIn('id', agentIds),
      preferences.ofAll(agentIds),
      looks.of(agentIds, now),
      mutes.of(agentIds, conversationIds),
      PushSubscription.query().whereIn('agent_id', agentIds).select('id', 'agent_id'),
    ])
    const channels = (agentId: number, kind: NoticeKind) => {
      const chosen = choices.get(agentId) ?? DEFAULT_CHOICES
      const all = chosen.channels[kind]
      return isQuietAt(chosen, now) ? all.filter((channel) => channel === 'crm') : all
    }
    const byAgent = Map.groupBy(subscriptions, ({ agentId }) => agentId)
    return new NoticeAudience(
      new Map(agents.map((agent) => [agent.id, agent])),
      channels,
      looking,
      muted,
      new Map([...byAgent].map(([id, rows]) => [id, rows.map((row) => row.id)]))
    )
  }

  /** Whether the agent was read; an assignee who came later is not here. */
  knows(agentId: number) {
    return this.agents.has(agentId)
  }

  agent(agentId: number): Agent | undefined {
    return this.agents.get(agentId)
  }

  /** The agent's browsers that get pushes. */
  browsersOf(agentId: number): number[] {
    return this.browsers.get(agentId) ?? []
  }

  /**
   * The channels that a notice takes; none for what the agent is looking at or has muted. An idle agent looks at
   * nothing, whatever their screen shows.
   */
  channelsFor({ agentId, conversation, kind }: Notice): Channel[] {
    const key = lookKey(agentId, conversation.id)
    if (this.looking.has(key) && !this.agents.get(agentId)!.isIdle) return []
    if (kind === 'message' && this.muted.has(key)) return []
    return this.channels(agentId, kind)
  }
}
