import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { WidgetNotFound } from '#chat/exceptions/chat_errors'
import { publishedDocument } from '#chat/openapi/published_document'

/** The API described for programs, which need no log-in to read it, and for tools that run on other websites. */
@inject()
export default class DocumentController {
  constructor(protected chat: ChatService) {}

  /** @throws WidgetNotFound while the module is off for the tenant of the request */
  async show(ctx: HttpContext) {
    const { host } = this.chat
    if (!(await host.isModuleEnabled(host.tenantOf(ctx)))) throw new WidgetNotFound()
    ctx.response.header('Access-Control-Allow-Origin', '*')
    return publishedDocument()
  }
}
