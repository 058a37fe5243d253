import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { page, refuse, single } from '#chat/controllers/api/answers'
import { AgentEntries } from '#chat/controllers/api/agent_entries'
import { DEFAULT_MAXIMUM } from '#chat/models/agent'
import { NotAssignable } from '#chat/exceptions/chat_errors'
import { agentShape } from '#chat/transformers/api/agent'
import {
  agentChangesValidator,
  agentRemovalValidator,
  newAgentValidator,
} from '#chat/validators/api/team'

/** Who takes chats from the queue. */
@inject()
export default class AgentsController {
  constructor(
    protected chat: ChatService,
    protected entries: AgentEntries
  ) {}

  /** All of a team at once. */
  async index({ chatDesk }: HttpContext) {
    const roster = await this.chat.roster.list(chatDesk.tenantId)
    const entries = await this.entries.of(chatDesk.tenantId, roster)
    return page(agentShape, entries, { next_cursor: null, total: entries.length })
  }

  async store({ chatDesk, request, response }: HttpContext) {
    const input = await request.validateUsing(newAgentValidator, { data: request.body() })
    const duties = {
      maxConcurrentChats: input.max_concurrent_chats ?? DEFAULT_MAXIMUM,
      departmentIds: input.department_ids ?? [],
      widgetIds: input.widget_ids ?? [],
    }
    try {
      const userId = String(input.user_id)
      const agent = await this.chat.roster.add(chatDesk.tenantId, userId, duties)
      response.status(201)
      return this.#single(chatDesk.tenantId, agent.externalId)
    } catch (error) {
      if (!(error instanceof NotAssignable)) throw error
      return refuse('user_id', 'assignable', error.message)
    }
  }

  show({ chatDesk, params }: HttpContext) {
    return this.#single(chatDesk.tenantId, params.id)
  }

  /** What is left out stays as it is. */
  async update({ chatDesk, params, request }: HttpContext) {
    const { tenantId } = chatDesk
    const { agent } = await this.chat.roster.find(tenantId, params.id)
    const input = await request.validateUsing(agentChangesValidator, { data: request.body() })
    await this.chat.roster.update(agent, {
      maxConcurrentChats: input.max_concurrent_chats,
      departmentIds: input.department_ids,
      widgetIds: input.widget_ids,
    })
    return this.#single(tenantId, params.id)
  }

  async destroy({ chatDesk, params, request, response }: HttpContext) {
    const { agent } = await this.chat.roster.find(chatDesk.tenantId, params.id)
    const input = await request.validateUsing(agentRemovalValidator, { data: request.qs() })
    await this.chat.roster.remove(agent, chatDesk.agent, input.then ?? 'keep')
    return response.noContent()
  }

  async #single(tenantId: string, externalId: string) {
    const found = await this.chat.roster.find(tenantId, externalId)
    const [entry] = await this.entries.of(tenantId, [found])
    return single(agentShape, entry)
  }
}
