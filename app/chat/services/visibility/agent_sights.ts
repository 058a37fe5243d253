import type { CrmHost } from '#chat/contracts/crm_host'
import type { HostUser } from '#chat/contracts/host_records'
import type Agent from '#chat/models/agent'
import type { AgentDirectory } from '#chat/services/team/agent_directory'
import { scopesOf } from '#chat/services/team/scopes'
import type { Sight } from '#chat/services/visibility/sight'

/** A user as they are by now, and the agent that they are. */
export interface Looking {
  user: HostUser
  agentId: number
}

/** What each of these sees, in their order: null for who sees all. The scopes of the others are read together. */
export async function sightsOf(host: CrmHost, lookers: Looking[]): Promise<(Sight | null)[]> {
  const seeAll = await Promise.all(lookers.map(({ user }) => host.can(user, 'see all chats')))
  const limited = lookers.filter((_, index) => !seeAll[index]).map(({ agentId }) => agentId)
  const sights = await limitedSights([...new Set(limited)])
  return lookers.map(({ agentId }, index) => (seeAll[index] ? null : sights.get(agentId)!))
}

/** What agents see who do not see all, by their ids. */
async function limitedSights(agentIds: number[]): Promise<Map<number, Sight>> {
  const scopes = await scopesOf(agentIds)
  return new Map(agentIds.map((agentId) => [agentId, { ...scopes.get(agentId)!, agentId }]))
}

/**
 * The conversations that an agent may see: all of the tenant's, or those that their widgets and departments cover.
 */
export class AgentSights {
  constructor(
    protected host: CrmHost,
    protected agents: AgentDirectory
  ) {}

  /** Null for an agent who sees all conversations. */
  async of(user: HostUser, agent: Pick<Agent, 'id'>): Promise<Sight | null> {
    const [sight] = await sightsOf(this.host, [{ user, agentId: agent.id }])
    return sight
  }

  /** The same for a CRM user on whose page chats are shown; an unknown user sees none. */
  async ofUser(tenantId: string, userId: string): Promise<Sight | null | undefined> {
    const user = await this.host.findUser(tenantId, userId)
    if (!user) return undefined
    if (await this.host.can(user, 'see all chats')) return null
    const { id } = await this.agents.forUser(tenantId, user)
    const sights = await limitedSights([id])
    return sights.get(id)
  }
}
