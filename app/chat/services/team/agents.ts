import type { Requeue } from '#chat/services/routing/requeue'
import type { ServiceParts } from '#chat/services/service_parts'
import { AgentDirectory } from '#chat/services/team/agent_directory'
import { AgentPresence } from '#chat/services/team/agent_presence'
import { AgentRoster } from '#chat/services/team/agent_roster'
import { TeamSettingsCatalog } from '#chat/services/team/team_settings'
import { AgentSights } from '#chat/services/visibility/agent_sights'

/** `chat.agents`: the agents, their settings, visibility and presence. */
export class Agents extends AgentDirectory {
  /** The agents who take chats from the queue, their maximum and their scope. */
  readonly roster: AgentRoster

  /** The settings of the whole team. */
  readonly teamSettings: TeamSettingsCatalog

  /** Whether agents are present, and the status that they choose. */
  readonly presence: AgentPresence

  /** Which conversations an agent may see. */
  readonly sights: AgentSights

  constructor({ config, host, db, emitter, audit }: ServiceParts, requeue: Requeue) {
    super(config, host)
    this.teamSettings = new TeamSettingsCatalog(db, emitter, audit)
    this.roster = new AgentRoster(host, db, emitter, this, requeue, this.teamSettings, audit)
    this.presence = new AgentPresence(config, emitter)
    this.sights = new AgentSights(host, this)
  }
}
