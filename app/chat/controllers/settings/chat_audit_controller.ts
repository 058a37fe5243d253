import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { AuditPages } from '#chat/presenters/audit_pages'
import { ViewerClock } from '#chat/presenters/viewer_clock'

/** Settings > Chat audit log: who changed what about the chat (A5). */
@inject()
export default class ChatAuditController {
  constructor(protected pages: AuditPages) {}

  async index(ctx: HttpContext) {
    const page = await this.pages.index(
      ctx.chatAuth.tenantId,
      ctx.request.qs(),
      ViewerClock.of(ctx)
    )
    return ctx.view.render('chat::settings/audit', page)
  }
}
