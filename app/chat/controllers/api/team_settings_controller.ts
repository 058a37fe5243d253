import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { single } from '#chat/http/api_responses'
import { teamSettingsShape } from '#chat/transformers/api/team'
import { teamSettingsValidator } from '#chat/validators/api/team'

/** What holds for all agents. */
@inject()
export default class TeamSettingsController {
  constructor(protected chat: ChatService) {}

  async show({ chatAuth }: HttpContext) {
    return single(teamSettingsShape, await this.chat.agents.teamSettings.of(chatAuth.tenantId))
  }

  /** What is left out stays as it is. */
  async update({ chatAuth, request }: HttpContext) {
    const { tenantId, user } = chatAuth
    const input = await bodyOf(request, teamSettingsValidator)
    const choices = { awaitingVisitorCounts: input.awaiting_visitor_counts }
    return single(
      teamSettingsShape,
      await this.chat.agents.teamSettings.change(tenantId, choices, user.id)
    )
  }
}
