import { inject } from '@adonisjs/core'
import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { CHAT_PERMISSIONS, type ChatPermission, type HostUser } from '#chat/contracts/crm_host'
import { ChatService } from '#chat/services/chat_service'
import { PermissionDenied, WidgetNotFound } from '#chat/exceptions/chat_errors'
import type { ChatError } from '#chat/exceptions/chat_error'
import { isScript } from '#chat/controllers/inbox/answers'
import type Agent from '#chat/models/agent'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Who is at work on this CRM request. Set by the chat's middleware on its CRM routes. */
    chatDesk: {
      tenantId: string
      user: HostUser
      agent: Agent
      may: Set<ChatPermission>
      /** In which the host shows times to them; null: the browser's. */
      timeZone: string | null
    }
  }
}

/**
 * Guards the module's CRM pages: the module is on (else 404), somebody is logged in (else the host's
 * log-in page, or 401 for scripts), and they hold the permission that the route asks for (else 403).
 */
@inject()
export default class ChatCrmMiddleware {
  constructor(protected chat: ChatService) {}

  async handle(ctx: HttpContext, next: NextFn, permission: ChatPermission) {
    const tenantId = this.chat.host.tenantOf(ctx)
    if (!(await this.chat.host.isModuleEnabled(tenantId)))
      throw this.#refusal(ctx, new WidgetNotFound())

    const user = this.chat.host.currentUser(ctx)
    if (!user) return this.chat.host.requireLogin(ctx)

    const may = await this.#permissionsOf(user)
    if (!may.has(permission)) throw this.#refusal(ctx, new PermissionDenied())

    const agent = await this.chat.agents.forUser(tenantId, user)
    const timeZone = this.chat.host.timeZoneOf?.(ctx) ?? null
    ctx.chatDesk = { tenantId, user, agent, may, timeZone }
    if ('view' in ctx)
      ctx.view.share({ chatMay: Object.fromEntries([...may].map((p) => [p, true])) })
    return next()
  }

  /** Who is not let in to the chat's pages gets the host's own page, without a way into the chat. */
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
