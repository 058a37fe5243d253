import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatLimits } from '#chat/http/chat_limits'
import { ChatService } from '#chat/services/chat_service'
import { visitorSelf } from '#chat/transformers/visitor_view'
import { identifyValidator, pageViewValidator } from '#chat/validators/widget/visitor'

/** A visitor's contact details and page views. */
@inject()
export default class VisitorsController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  async identify({ request, chatVisitor }: HttpContext) {
    const claims = await identifyValidator.validate(request.all())
    return { visitor: visitorSelf(await this.chat.visitors.identify(chatVisitor, claims)) }
  }

  /** A page view beyond the limits is not stored; the response is the same. */
  async pageView({ request, response, chatVisitor }: HttpContext) {
    const page = await pageViewValidator.validate(request.all())
    if (await this.limits.pageView(chatVisitor, request.ip())) {
      await this.chat.visitors.recordPageView(chatVisitor, page)
    }
    return response.noContent()
  }
}
