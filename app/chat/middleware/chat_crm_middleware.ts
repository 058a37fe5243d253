import { inject } from '@adonisjs/core'
import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { HostUser } from '#chat/contracts/host_records'
import { CHAT_PERMISSIONS, type ChatPermission } from '#chat/contracts/permissions'
import { ChatService } from '#chat/services/chat_service'
import {
  PermissionDenied,
  TokenAbilityMissing,
  Unauthenticated,
  WidgetNotFound,
} from '#chat/exceptions/chat_errors'
import type { ChatError } from '#chat/exceptions/chat_error'
import { acceptAsSent } from '#chat/http/accept_as_sent'
import { isScript } from '#chat/http/inbox_responses'
import type { Door, RoutePermission } from '#chat/http/route_permission'
import type Agent from '#chat/models/agent'
import type { Sight } from '#chat/services/visibility/sight'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The user of this CRM request, set by the chat's middleware on its CRM routes. */
    chatAuth: {
      tenantId: string
      user: HostUser
      agent: Agent
      may: Set<ChatPermission>
      /** The conversations of the tenant that they may see; null means all. */
      sight: Sight | null
      /** The time zone of the times shown to them; null means the browser's. */
      timeZone: string | null
    }
  }
}

/**
 * Guards the module's CRM pages: the module is on (else 404), a user is logged in (else the host's log-in page, or
 * 401 for scripts and programs), and holds the route's permission (else 403).
 */
@inject()
export default class ChatCrmMiddleware {
  constructor(protected chat: ChatService) {}

  async handle(ctx: HttpContext, next: NextFn, { permission, door, evenWhenOff }: RoutePermission) {
    if (door === 'page') acceptAsSent(ctx)
    await this.chat.host.identify?.(ctx)
    const tenantId = this.chat.host.tenantOf(ctx)
    const isEnabled = await this.chat.host.isModuleEnabled(tenantId)
    const isThere = isEnabled || (evenWhenOff && this.chat.host.switchModule)
    if (!isThere) throw this.#refusal(ctx, new WidgetNotFound())

    const user = this.chat.host.currentUser(ctx)
    if (!user) return this.#requireLogin(ctx, door)

    const may = await this.#permissionsOf(user)
    if (!may.has(permission)) throw this.#refusal(ctx, this.#denial(user, permission))

    const agent = await this.chat.agents.forUser(tenantId, user)
    const sight = await this.chat.agents.sights.of(user, agent)
    const timeZone = this.chat.host.timeZoneOf?.(ctx) ?? null
    ctx.chatAuth = { tenantId, user, agent, may, sight, timeZone }
    if ('view' in ctx)
      ctx.view.share({ chatMay: Object.fromEntries([...may].map((p) => [p, true])) })
    return next()
  }

  /** A program cannot follow a log-in page, and the host's own refusal would have no error code of the chat. */
  #requireLogin(ctx: HttpContext, door: Door) {
    if (door === 'page') return this.chat.host.requireLogin(ctx)
    throw new Unauthenticated(ctx.request.header('authorization') !== undefined)
  }

  /** For a program whose user holds the permission, names the ability that its token lacks. */
  #denial(user: HostUser, permission: ChatPermission) {
    const isWithheld = this.chat.host.isWithheldByToken?.(user, permission)
    return isWithheld ? new TokenAbilityMissing(permission) : new PermissionDenied()
  }

  /** A refused user gets the host's own page, without navigation of the chat. */
  #refusal(ctx: HttpContext, refusal: ChatError) {
    if (isScript(ctx)) return refusal
    const { message, status, code } = refusal
    return new Exception(message, { status, code })
  }

  async #permissionsOf(user: HostUser) {
    const held = await Promise.all(CHAT_PERMISSIONS.map((p) => this.chat.host.can(user, p)))
    return new Set(CHAT_PERMISSIONS.filter((_, index) => held[index]))
  }
}
