import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { toInboxQuery } from '#chat/services/inbox/inbox_query'
import { viewUser } from '#chat/http/view_user'
import { viewNameValidator, viewValidator } from '#chat/validators/inbox/work'
import { answer, isScript, listQuery } from '#chat/http/inbox_responses'
import { text } from '#chat/texts/text'
import type { NoticeJson } from '#chat/transformers/json/inbox_json'
import { chatUrl } from '#chat/support/chat_url'

/** Saved views: the filters that the inbox shows now, under a name. */
@inject()
export default class ViewsController {
  constructor(protected chat: ChatService) {}

  /** Saves the filters of this address as a view; a shared view is visible to the whole team. */
  async store(ctx: HttpContext) {
    const { name, shared } = await viewValidator.validate(ctx.request.all())
    const filters = toInboxQuery(ctx.request.qs())
    const attributes = { name, isShared: shared ?? false, filters }
    const view = await this.chat.inbox.views.create(viewUser(ctx), attributes)
    return this.#done(ctx, text('inbox.list.views.saved', { name: view.name }), {
      view: view.externalId,
    })
  }

  async update(ctx: HttpContext) {
    const { name } = await viewNameValidator.validate(ctx.request.all())
    const view = await this.chat.inbox.views.find(ctx.chatAuth.agent, ctx.params.view)
    await this.chat.inbox.views.change(view, { name }, viewUser(ctx))
    return this.#done(ctx, text('inbox.list.views.renamed', { name }))
  }

  async destroy(ctx: HttpContext) {
    const view = await this.chat.inbox.views.find(ctx.chatAuth.agent, ctx.params.view)
    await this.chat.inbox.views.remove(view, viewUser(ctx))
    return this.#done(ctx, text('inbox.list.views.deleted', { name: view.name }))
  }

  #done(ctx: HttpContext, notice: string, data: Record<string, unknown> = {}) {
    if (isScript(ctx))
      return answer<NoticeJson & { done: true }>(ctx, { done: true, notice, ...data })
    ctx.session.flash('chatNotice', notice)
    return ctx.response.redirect().toPath(chatUrl('chat.inbox.index', {}, listQuery(ctx)))
  }
}
