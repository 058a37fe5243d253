import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { presentBlocks } from '#chat/presenters/blocks'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { ChatService } from '#chat/services/chat_service'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

/** Visitors of one page. */
const PAGE = 50

/** Settings > Blocked visitors: the list, and a way back for each. */
@inject()
export default class BlocksController {
  constructor(protected chat: ChatService) {}

  async index(ctx: HttpContext) {
    const { cursor: sent } = ctx.request.qs()
    const cursor = typeof sent === 'string' ? sent : undefined
    const { blocks } = this.chat.visitors
    const { tenantId, sight } = ctx.chatAuth
    const found = await blocks.page(tenantId, { cursor, limit: PAGE }, sight)
    return ctx.view.render(
      'chat::settings/blocks',
      presentBlocks(found, cursor, ViewerClock.of(ctx))
    )
  }

  async destroy({ chatAuth, params, response, session }: HttpContext) {
    const { tenantId, sight } = chatAuth
    const visitor = await this.chat.visitors.find(tenantId, params.id, sight)
    await this.chat.visitors.blocks.unblock(visitor, chatAuth.agent)
    session.flash('success', text('blocks.unblocked', { name: visitor.displayName }))
    return response.redirect().toPath(chatUrl('chat.settings.blocks.index'))
  }
}
