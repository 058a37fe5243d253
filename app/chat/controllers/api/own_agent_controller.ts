import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { single } from '#chat/controllers/api/answers'
import { AgentEntries } from '#chat/controllers/api/agent_entries'
import { agentShape } from '#chat/transformers/api/agent'
import { ownStatusValidator } from '#chat/validators/api/team'

/** The caller as an agent. */
@inject()
export default class OwnAgentController {
  constructor(
    protected chat: ChatService,
    protected entries: AgentEntries
  ) {}

  async show({ chatDesk }: HttpContext) {
    return single(agentShape, await this.entries.ofOne(chatDesk.agent))
  }

  async updateStatus({ chatDesk, request }: HttpContext) {
    const { status } = await request.validateUsing(ownStatusValidator, { data: request.body() })
    const agent = await this.chat.presence.choose(chatDesk.agent, status)
    return single(agentShape, await this.entries.ofOne(agent))
  }
}
