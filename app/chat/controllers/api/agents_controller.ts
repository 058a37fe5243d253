import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf, queryOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { pageOf, refuse, single } from '#chat/http/api_responses'
import type { Reference } from '#chat/models/reference'
import { AgentEntries } from '#chat/presenters/agent_entries'
import { DEFAULT_MAXIMUM } from '#chat/models/agent'
import { NotAssignable } from '#chat/exceptions/chat_errors'
import { agentShape } from '#chat/transformers/api/agent'
import {
  agentChangesValidator,
  agentRemovalValidator,
  agentsValidator,
  newAgentValidator,
} from '#chat/validators/api/team'

/** Who answers chats, and how they take them from the queue. */
@inject()
export default class AgentsController {
  constructor(
    protected chat: ChatService,
    protected entries: AgentEntries
  ) {}

  /** All agents that conversations and messages name, or those who take chats from the queue. */
  async index({ chatAuth, request }: HttpContext) {
    const asked = await queryOf(request, agentsValidator)
    const { tenantId } = chatAuth
    const roster = await this.chat.agents.roster.everyone(tenantId, { isServing: asked.serving })
    const entries = await this.entries.of(tenantId, roster)
    return pageOf(
      agentShape,
      entries.map((entry) => ({ ...entry, id: entry.agent.id })),
      asked
    )
  }

  async store({ chatAuth, request, response }: HttpContext) {
    const input = await bodyOf(request, newAgentValidator)
    const settings = {
      maxConcurrentChats: input.max_concurrent_chats ?? DEFAULT_MAXIMUM,
      departmentIds: input.department_ids ?? [],
      widgetIds: input.widget_ids ?? [],
    }
    try {
      const userId = String(input.user_id)
      const agent = await this.chat.agents.roster.add(chatAuth.tenantId, userId, settings)
      response.status(201)
      return this.#single(chatAuth.tenantId, agent.externalId)
    } catch (error) {
      if (!(error instanceof NotAssignable)) throw error
      return refuse('user_id', 'assignable', error.message)
    }
  }

  show({ chatAuth, params }: HttpContext) {
    return this.#single(chatAuth.tenantId, params.id)
  }

  /** What is left out stays as it is. */
  async update({ chatAuth, params, request }: HttpContext) {
    const { tenantId } = chatAuth
    const { agent } = await this.chat.agents.roster.find(tenantId, params.id)
    const input = await bodyOf(request, agentChangesValidator)
    await this.chat.agents.roster.update(agent, {
      maxConcurrentChats: input.max_concurrent_chats,
      departmentIds: input.department_ids,
      widgetIds: input.widget_ids,
    })
    return this.#single(tenantId, params.id)
  }

  async destroy({ chatAuth, params, request, response }: HttpContext) {
    const { agent } = await this.chat.agents.roster.find(chatAuth.tenantId, params.id)
    const input = await queryOf(request, agentRemovalValidator)
    await this.chat.agents.roster.remove(agent, chatAuth.agent, input.then ?? 'keep')
    return response.noContent()
  }

  async #single(tenantId: string, reference: Reference) {
    const found = await this.chat.agents.roster.findAny(tenantId, reference)
    const [entry] = await this.entries.of(tenantId, [found])
    return single(agentShape, entry)
  }
}
