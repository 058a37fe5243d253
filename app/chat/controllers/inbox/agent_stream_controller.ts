import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { agentChannel, agentsChannel, userChannel } from '#chat/realtime/channels'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import { ChatService } from '#chat/services/chat_service'
import { eventsValidator } from '#chat/validators/api/events'

/**
 * The agents' event stream. While one of the inbox's own is open its agent counts as online, if they may
 * reply; a program that reads along is no agent at a desk, unless it says so.
 */
@inject()
export default class AgentStreamController {
  constructor(
    protected chat: ChatService,
    protected gateway: StreamGateway
  ) {}

  /** The inbox's own. */
  show(ctx: HttpContext) {
    return this.#open(ctx, true, ctx.request.qs().background === '1')
  }

  /** A program's. */
  async follow(ctx: HttpContext) {
    const { presence, background } = await ctx.request.validateUsing(eventsValidator, {
      data: ctx.request.qs(),
    })
    return this.#open(ctx, presence ?? false, background ?? false)
  }

  async #open(ctx: HttpContext, isPresent: boolean, isBackground: boolean) {
    const { tenantId, user, agent, may } = ctx.chatDesk
    const { presence } = this.chat
    const countsAsThere = isPresent && may.has('reply chat')
    if (countsAsThere) await presence.arrive(agent)
    return this.gateway.open(ctx, {
      owner: `user/${user.id}`,
      allowed: this.chat.config.streams.perAgent,
      channels: [agentsChannel(tenantId), agentChannel(tenantId, user.id), userChannel(user.id)],
      greeting: { event: 'chat.ready' },
      follows: { tenantId },
      isBackground,
      hold: countsAsThere ? () => presence.hold(agent.id) : undefined,
      stillAllowed: async () => {
        const isLoggedIn = await this.chat.host.isStillLoggedIn(ctx)
        return isLoggedIn && this.#beat(tenantId, user.id, isPresent ? agent.id : null)
      },
    })
  }

  /**
   * A withdrawn permission and a module switched off in another process end it. Who may read on, but
   * no longer reply, is offline in a moment: else they would be given what they cannot answer.
   */
  async #beat(tenantId: string, userId: string, agentId: number | null) {
    const { host, presence } = this.chat
    const user = await host.findUser(tenantId, userId)
    if (!user || !(await host.isModuleEnabled(tenantId))) return false
    if (!(await host.can(user, 'view chat'))) return false
    if (agentId !== null && (await host.can(user, 'reply chat'))) await presence.beat(agentId)
    return true
  }
}
