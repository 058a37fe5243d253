import type { ServiceParts } from '#chat/services/service_parts'
import type { AgentDirectory } from '#chat/services/team/agent_directory'
import { FirstVisits } from '#chat/services/widgets/setup/first_visits'
import { SetupPath } from '#chat/services/widgets/setup/setup_path'
import { WidgetCatalog, type WidgetSchedules } from '#chat/services/widgets/widget_catalog'

/** `chat.widgets`: create, configure, switch on and off, regenerate the key, remove. */
export class Widgets extends WidgetCatalog {
  /** The setup from an empty module to the first visit. */
  readonly setup: SetupPath

  /** When each widget was first loaded on a website. */
  readonly firstVisits: FirstVisits

  constructor(
    { config, emitter, audit }: ServiceParts,
    agents: AgentDirectory,
    schedules: WidgetSchedules
  ) {
    super(emitter, agents, audit, config, schedules)
    this.setup = new SetupPath(this)
    this.firstVisits = new FirstVisits(config)
  }
}
