import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { teamSettingsValidator } from '#chat/validators/routing/agents'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

/** Chat > Agents: what holds for all of them. */
@inject()
export default class TeamSettingsController {
  constructor(protected chat: ChatService) {}

  async update({ chatAuth, request, response, session }: HttpContext) {
    const { tenantId, user } = chatAuth
    const input = await teamSettingsValidator.validate(request.all())
    const choices = { awaitingVisitorCounts: input.awaiting_visitor_counts ?? false }
    await this.chat.agents.teamSettings.change(tenantId, choices, user.id)
    session.flash('success', text('forms.saved'))
    return response.redirect().toPath(chatUrl('chat.agents.index'))
  }
}
