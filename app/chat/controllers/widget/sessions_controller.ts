import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { availabilityOf, ownView } from '#chat/controllers/widget/own_view'
import { ChatLimits } from '#chat/services/chat_limits'
import { ChatService } from '#chat/services/chat_service'
import type Visitor from '#chat/models/visitor'
import { VisitorUnknown } from '#chat/exceptions/chat_errors'
import { sessionValidator } from '#chat/validators/widget/visitor'
import { THREAD_PAGE } from '#chat/controllers/widget/messages_controller'
import { visitorMessage, visitorSelf } from '#chat/transformers/visitor_view'

/** Where a visitor begins, and begins again after every page load: who they are and what was said. */
@inject()
export default class SessionsController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  async store(ctx: HttpContext) {
    const { page } = await ctx.request.validateUsing(sessionValidator)
    // A website that withholds the referrer is known by the page that its visitor is on
    await this.chat.firstVisits.note(ctx.chatWidget, page?.url, ctx.request.header('host'))
    const token = ctx.request.header('x-visitor-token')
    if (token) {
      const known = await this.#known(ctx, token)
      if (page) await this.chat.visitors.recordPageView(known, page)
      return this.#state(ctx, known)
    }

    await this.limits.newVisitor(ctx.chatWidget, ctx.request.ip())
    const registered = await this.chat.visitors.register(ctx.chatWidget, clientOf(ctx), page)
    ctx.response.status(201)
    return { visitor_token: registered.token, ...(await this.#state(ctx, registered.visitor)) }
  }

  async #known(ctx: HttpContext, token: string) {
    const visitor = await this.chat.visitors.authenticate(ctx.chatWidget, token)
    if (!visitor) throw new VisitorUnknown()
    await this.limits.visitorRequest(visitor)
    await this.chat.visitors.seen(visitor)
    return visitor
  }

  async #state(ctx: HttpContext, visitor: Visitor) {
    const conversation = await this.chat.inbox.latestOf(visitor)
    const thread = conversation
      ? await this.chat.inbox.thread(conversation, { limit: THREAD_PAGE, visibility: 'public' })
      : { messages: [], hasMore: false }
    return {
      visitor: visitorSelf(visitor),
      conversation: conversation && (await ownView(this.chat, conversation)),
      messages: thread.messages.map(visitorMessage),
      has_more: thread.hasMore,
      unread: conversation?.visitorUnreadCount ?? 0,
      ...(await availabilityOf(this.chat, ctx)),
    }
  }
}

/** Country as a proxy in front may tell it; without one it stays unknown. */
function clientOf({ request }: HttpContext) {
  const country = request.header('cf-ipcountry') ?? request.header('x-country-code')
  return {
    ipAddress: request.ip().slice(0, 64),
    userAgent: request.header('user-agent')?.slice(0, 512) ?? null,
    countryCode: country && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : null,
  }
}
