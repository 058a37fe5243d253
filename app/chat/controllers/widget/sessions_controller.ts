import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { availabilityOf, ownView } from '#chat/http/visitor_own_view'
import { clientOf } from '#chat/http/visitor_client'
import { admittedVisitor } from '#chat/http/admitted_visitor'
import { ChatLimits } from '#chat/http/chat_limits'
import { ChatService } from '#chat/services/chat_service'
import { endKeyOf } from '#chat/services/visitors/visitor_token'
import type Visitor from '#chat/models/visitor'
import { ChatClosed, VisitorUnknown } from '#chat/exceptions/chat_errors'
import { requireConsent } from '#chat/validators/widget/consent'
import { sessionValidator } from '#chat/validators/widget/visitor'
import { THREAD_PAGE } from '#chat/controllers/widget/messages_controller'
import type { SessionJson } from '#chat/transformers/json/visitor_json'
import { languageInUse } from '#chat/texts/catalogue'
import { visitorMessage, visitorSelf } from '#chat/transformers/visitor_view'

/** A visitor's session, opened or resumed with every page load: their details, and the conversation so far. */
@inject()
export default class SessionsController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  async store(ctx: HttpContext): Promise<SessionJson> {
    const { page, consent } = await sessionValidator.validate(ctx.request.all())
    // A website that withholds the referrer is known by the page that its visitor is on
    await this.chat.widgets.firstVisits.note(ctx.chatWidget, page?.url, ctx.request.header('host'))
    const token = ctx.request.header('x-visitor-token')
    if (token) {
      const known = await this.#known(ctx)
      requireConsent(ctx.chatWidget, known, consent)
      await this.chat.visitors.consent(known, ctx.chatWidget, consent)
      if (page && (await this.limits.pageView(known, ctx.request.ip()))) {
        await this.chat.visitors.recordPageView(known, page)
      }
      return this.#state(ctx, known)
    }

    // Users of the host's own pages are signed in by their session there
    if (ctx.chatWidget.isInApp) throw new VisitorUnknown()
    requireConsent(ctx.chatWidget, null, consent)
    const { blocks } = this.chat.visitors
    if (await blocks.isAddressBlocked(ctx.chatWidget.tenantId, ctx.request.ip())) {
      throw new ChatClosed()
    }
    await this.limits.newVisitor(ctx.chatWidget, ctx.request.ip())
    const client = clientOf(ctx.request, this.chat.config.countryHeader)
    const registered = await this.chat.visitors.register(ctx.chatWidget, client, page, consent)
    ctx.response.status(201)
    return { visitor_token: registered.token, ...(await this.#state(ctx, registered.visitor)) }
  }

  /** Ends a token. The response does not reveal whether there was one. */
  async forget({ params, request, response, chatWidget }: HttpContext) {
    await this.limits.forget(request.ip())
    await this.chat.visitors.forget(chatWidget, params.endKey)
    return response.noContent()
  }

  async #known(ctx: HttpContext) {
    const visitor = await admittedVisitor(this.chat, this.limits, ctx)
    await this.chat.visitors.reads(visitor, languageInUse())
    return visitor
  }

  async #state(ctx: HttpContext, visitor: Visitor): Promise<SessionJson> {
    const conversation = await this.chat.inbox.latestOf(visitor)
    const thread = conversation
      ? await this.chat.inbox.thread(conversation, { limit: THREAD_PAGE, visibility: 'public' })
      : { messages: [], hasMore: false }
    return {
      visitor: visitorSelf(visitor),
      end_key: endKeyOf(visitor),
      conversation: conversation && (await ownView(this.chat, conversation)),
      messages: thread.messages.map(visitorMessage),
      has_more: thread.hasMore,
      unread: conversation?.visitorUnreadCount ?? 0,
      ...(await availabilityOf(this.chat, ctx)),
    }
  }
}
