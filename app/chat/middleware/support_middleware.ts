import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Unauthenticated, WidgetNotFound } from '#chat/exceptions/chat_errors'
import { acceptAsSent } from '#chat/http/accept_as_sent'
import { ChatLimits } from '#chat/http/chat_limits'
import { isScript } from '#chat/http/inbox_responses'
import { supportUserOf, type SupportUser } from '#chat/http/support_user'
import type Widget from '#chat/models/widget'
import { ChatService } from '#chat/services/chat_service'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The user of the host's own pages, set on the routes of the support chat. */
    chatSupport: SupportUser & { widget: Widget }
  }
}

/**
 * Guards the support chat: a user of the host is logged in (else 401, or the log-in page for a browser), the module and
 * the support widget are on (else 404), and the user is within their limit (else 429). It takes no permission.
 */
@inject()
export default class SupportMiddleware {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  async handle(ctx: HttpContext, next: NextFn) {
    acceptAsSent(ctx)
    ctx.response.header('Cache-Control', 'private, no-store')
    const { host, supportChat } = this.chat
    const found = await supportUserOf(host, ctx)
    if (!found) return this.#requireLogin(ctx)
    const { tenantId, user } = found
    await this.limits.apiRequest(tenantId, user.id)
    if (!(await host.isModuleEnabled(tenantId))) throw new WidgetNotFound()
    const widget = await supportChat.widget(tenantId)
    if (!widget.isActive) throw new WidgetNotFound()
    ctx.chatSupport = { ...found, widget }
    return next()
  }

  /** Users who are not those of the CRM have another log-in page. */
  #requireLogin(ctx: HttpContext) {
    const { host } = this.chat
    if (host.support || isScript(ctx)) throw new Unauthenticated(false)
    return host.requireLogin(ctx)
  }
}
