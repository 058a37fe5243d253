import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { agentChannel, agentsChannel, userChannel } from '#chat/realtime/channels'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { ChatService } from '#chat/services/chat_service'

/** The agents' event stream. While it is open its agent counts as online, if they may reply. */
@inject()
export default class AgentStreamController {
  constructor(
    protected chat: ChatService,
    protected gateway: StreamGateway
  ) {}

  async show(ctx: HttpContext) {
    const { tenantId, user, agent, may } = ctx.chatDesk
    if (may.has('reply chat')) await this.chat.presence.arrive(agent)
    return this.gateway.open(ctx, {
      owner: `user/${user.id}`,
      allowed: this.chat.config.streams.perAgent,
      channels: [agentsChannel(tenantId), agentChannel(tenantId, user.id), userChannel(user.id)],
      greeting: { event: 'chat.ready' },
      stillAllowed: async () => {
        const isLoggedIn = await this.chat.host.isStillLoggedIn(ctx)
        return isLoggedIn && this.#beat(tenantId, user.id, agent.id)
      },
    })
  }

  /**
   * A withdrawn permission and a module switched off in another process end it. Who may read on, but
   * no longer reply, is offline in a moment: else they would be given what they cannot answer.
   */
  async #beat(tenantId: string, userId: string, agentId: number) {
    const { host, agents } = this.chat
    const user = await host.findUser(tenantId, userId)
    if (!user || !(await host.isModuleEnabled(tenantId))) return false
    if (!(await host.can(user, 'view chat'))) return false
    if (await host.can(user, 'reply chat')) await agents.beat(agentId)
    return true
  }
}
