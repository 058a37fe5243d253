import { inject } from '@adonisjs/core'
import { ChatService } from '#chat/services/chat_service'
import type { RosterEntry } from '#chat/services/team/agent_roster'
import { scopesOf } from '#chat/services/team/scopes'
import type Agent from '#chat/models/agent'
import type { AgentEntry } from '#chat/transformers/api/agent'

/** Completes agents with what the API shows: their departments and widgets by public ids. */
@inject()
export class AgentEntries {
  constructor(protected chat: ChatService) {}

  async of(tenantId: string, roster: RosterEntry[]): Promise<AgentEntry[]> {
    const [departments, widgets] = await Promise.all([
      this.chat.routing.departments.list(tenantId),
      this.chat.widgets.list(tenantId),
    ])
    const named = (things: { id: number; externalId: string }[], ids: number[]) =>
      things.filter(({ id }) => ids.includes(id)).map(({ externalId }) => externalId)
    return roster.map(({ agent, scope }) => ({
      agent,
      effectiveStatus: this.chat.agents.presence.statusOf(agent),
      departmentIds: named(departments, scope.departmentIds),
      widgetIds: named(widgets, scope.widgetIds),
    }))
  }

  /** One agent, whether they take chats from the queue or not. */
  async ofOne(agent: Agent): Promise<AgentEntry> {
    const scopes = await scopesOf([agent.id])
    const [entry] = await this.of(agent.tenantId, [{ agent, scope: scopes.get(agent.id)! }])
    return entry
  }
}
