import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { agentChannel, agentsChannel, userChannel } from '#chat/realtime/channels'
import { StreamGateway } from '#chat/realtime/stream_gateway'
import type { HostUser } from '#chat/contracts/host_records'
import { queryOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { eventsValidator } from '#chat/validators/api/events'

/**
 * The agents' event stream. An agent who may reply counts as online while a page of theirs holds a stream. A program
 * that reads events counts as present only if it says so.
 */
@inject()
export default class AgentStreamController {
  constructor(
    protected chat: ChatService,
    protected gateway: StreamGateway
  ) {}

  /** The inbox's own. */
  show(ctx: HttpContext) {
    return this.#open(ctx, true, ctx.request.qs().background === '1', markOf(ctx))
  }

  /** A program's. */
  async follow(ctx: HttpContext) {
    const { presence, background } = await queryOf(ctx.request, eventsValidator)
    return this.#open(ctx, presence ?? false, background ?? false)
  }

  async #open(ctx: HttpContext, isPresent: boolean, isBackground: boolean, mark?: number) {
    const { tenantId, user, agent, may, sight } = ctx.chatAuth
    const { presence } = this.chat.agents
    const countsAsThere = isPresent && may.has('reply chat')
    if (countsAsThere) await presence.arrive(agent)
    const follows = { tenantId, sight }
    return this.gateway.open(ctx, {
      tenantId,
      owner: `user/${user.id}`,
      allowed: this.chat.config.streams.perAgent,
      channels: [agentsChannel(tenantId), agentChannel(tenantId, user.id), userChannel(user.id)],
      greeting: { event: 'chat.ready' },
      newest: mark === undefined ? undefined : () => this.gateway.changedSince(mark, follows),
      follows,
      sighted: agentsChannel(tenantId),
      agentId: agent.id,
      isBackground,
      hold: countsAsThere ? () => presence.hold(agent.id) : undefined,
      credential: ctx,
      stillAllowed: (current) => this.#beat(tenantId, current, countsAsThere ? agent.id : null),
    })
  }

  /**
   * Ends the stream when another process has switched the module off. A reader who may no longer reply goes offline,
   * so that they are assigned nothing that they cannot answer. Without a `user`, the log-in could not be read.
   */
  async #beat(tenantId: string, user: HostUser | undefined, agentId: number | null) {
    const { host } = this.chat
    const { presence } = this.chat.agents
    if (!(await host.isModuleEnabled(tenantId))) return false
    if (user && agentId !== null && (await host.can(user, 'reply chat')))
      await presence.beat(agentId)
    return true
  }
}

/** The mark of the page that opens the stream, if it was rendered with one: what it has needs no second request. */
function markOf({ request }: HttpContext) {
  const mark = request.header('last-event-id') ?? ''
  return /^\d{1,15}$/.test(mark) ? Number(mark) : undefined
}
