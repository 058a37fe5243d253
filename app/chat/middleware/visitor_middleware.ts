import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type Visitor from '#chat/models/visitor'
import { admittedVisitor } from '#chat/http/admitted_visitor'
import { ChatLimits } from '#chat/http/chat_limits'
import { ChatService } from '#chat/services/chat_service'

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
    ctx.chatVisitor = await admittedVisitor(this.chat, this.limits, ctx)
    return next()
  }
}
