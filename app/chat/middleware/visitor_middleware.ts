import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type Visitor from '#chat/models/visitor'
import { ChatLimits } from '#chat/http/chat_limits'
import { ChatService } from '#chat/services/chat_service'
import { VisitorUnknown } from '#chat/exceptions/chat_errors'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The visitor with the request's token. */
    chatVisitor: Visitor
  }
}

/** Requires a valid token of a visitor of this widget (else 401) who is not blocked (else 403), within the visitor's limits. */
@inject()
export default class VisitorMiddleware {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  async handle(ctx: HttpContext, next: NextFn) {
    const token = ctx.request.header('x-visitor-token')
    const visitor = await this.chat.visitors.authenticate(ctx.chatWidget, token)
    if (!visitor) throw new VisitorUnknown()
    this.chat.visitors.blocks.assertAdmitted(visitor)

    await this.limits.visitorRequest(visitor)
    await this.chat.visitors.seen(visitor)
    ctx.chatVisitor = visitor
    return next()
  }
}
