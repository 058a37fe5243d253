import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { visitorSelf } from '#chat/transformers/visitor_view'
import { identifyValidator, pageViewValidator } from '#chat/validators/widget/visitor'

/** What a visitor tells of themselves and of where they are. */
@inject()
export default class VisitorsController {
  constructor(protected chat: ChatService) {}

  async identify({ request, chatVisitor }: HttpContext) {
    const claims = await request.validateUsing(identifyValidator)
    return { visitor: visitorSelf(await this.chat.visitors.identify(chatVisitor, claims)) }
  }

  async pageView({ request, response, chatVisitor }: HttpContext) {
    const page = await request.validateUsing(pageViewValidator)
    await this.chat.visitors.recordPageView(chatVisitor, page)
    return response.noContent()
  }
}
