import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { single } from '#chat/http/api_responses'
import { AgentEntries } from '#chat/presenters/agent_entries'
import { agentShape } from '#chat/transformers/api/agent'
import { ownStatusValidator } from '#chat/validators/api/team'

/** The caller as an agent. */
@inject()
export default class OwnAgentController {
  constructor(
    protected chat: ChatService,
    protected entries: AgentEntries
  ) {}

  async show({ chatAuth }: HttpContext) {
    return single(agentShape, await this.entries.ofOne(chatAuth.agent))
  }

  async updateStatus({ chatAuth, request }: HttpContext) {
    const { status } = await bodyOf(request, ownStatusValidator)
    const agent = await this.chat.agents.presence.choose(chatAuth.agent, status)
    return single(agentShape, await this.entries.ofOne(agent))
  }
}
