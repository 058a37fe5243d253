import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { inboxQuery, toInboxAddress } from '#chat/services/inbox_address'
import type { ViewUser } from '#chat/services/saved_views'
import { viewNameValidator, viewValidator } from '#chat/validators/inbox/work'
import { answer, isScript } from '#chat/controllers/inbox/answers'

/** Saved views: the filters that the inbox shows now, under a name. */
@inject()
export default class ViewsController {
  constructor(protected chat: ChatService) {}

  /** Keeps the filters of this address; shared, everybody in the team sees them. */
  async store(ctx: HttpContext) {
    const { name, shared } = await ctx.request.validateUsing(viewValidator)
    const filters = toInboxAddress(ctx.request.qs())
    const attributes = { name, isShared: shared ?? false, filters }
    const view = await this.chat.views.create(userOf(ctx), attributes)
    return this.#done(ctx, `The view ${view.name} has been saved`, { view: view.externalId })
  }

  async update(ctx: HttpContext) {
    const { name } = await ctx.request.validateUsing(viewNameValidator)
    const view = await this.chat.views.find(ctx.chatDesk.agent, ctx.params.view)
    await this.chat.views.rename(view, name, userOf(ctx))
    return this.#done(ctx, `The view is called ${name} now`)
  }

  async destroy(ctx: HttpContext) {
    const view = await this.chat.views.find(ctx.chatDesk.agent, ctx.params.view)
    await this.chat.views.remove(view, userOf(ctx))
    return this.#done(ctx, `The view ${view.name} has been deleted`)
  }

  #done(ctx: HttpContext, notice: string, data: Record<string, unknown> = {}) {
    if (isScript(ctx)) return answer(ctx, { done: true, notice, ...data })
    ctx.session.flash('chatNotice', notice)
    const query = inboxQuery(toInboxAddress(ctx.request.qs()))
    return ctx.response.redirect().toPath(`/chat?${query}`)
  }
}

const userOf = ({ chatDesk: { agent, may } }: HttpContext): ViewUser => ({
  agent,
  mayManage: may.has('manage chat'),
})
