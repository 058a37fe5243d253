import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { pageOf, single } from '#chat/http/api_responses'
import { bodyOf, queryOf } from '#chat/http/api_input'
import { toViewFilters } from '#chat/http/api_view_filters'
import { viewUser } from '#chat/http/view_user'
import { ChatService } from '#chat/services/chat_service'
import { savedViewShape } from '#chat/transformers/api/saved_view'
import { pageValidator } from '#chat/validators/api/paging'
import { newViewValidator, viewChangesValidator } from '#chat/validators/api/view'

/** Saved views: the caller's own, and those that the team shares. */
@inject()
export default class ViewsController {
  constructor(protected chat: ChatService) {}

  async index({ chatAuth, request }: HttpContext) {
    const asked = await queryOf(request, pageValidator)
    return pageOf(savedViewShape, await this.chat.inbox.views.list(chatAuth.agent), asked)
  }

  async store(ctx: HttpContext) {
    const input = await bodyOf(ctx.request, newViewValidator)
    const { name, is_shared: isShared = false } = input
    const filters = await toViewFilters(this.chat, ctx, input.filters)
    const view = await this.chat.inbox.views.create(viewUser(ctx), { name, isShared, filters })
    ctx.response.status(201)
    return single(savedViewShape, view)
  }

  async show(ctx: HttpContext) {
    return single(savedViewShape, await this.#view(ctx))
  }

  /** What is left out stays as it is. */
  async update(ctx: HttpContext) {
    const view = await this.#view(ctx)
    const { name = view.name, filters } = await bodyOf(ctx.request, viewChangesValidator)
    const changes = {
      name,
      filters: filters ? await toViewFilters(this.chat, ctx, filters) : view.filters,
    }
    return single(savedViewShape, await this.chat.inbox.views.change(view, changes, viewUser(ctx)))
  }

  async destroy(ctx: HttpContext) {
    await this.chat.inbox.views.remove(await this.#view(ctx), viewUser(ctx))
    return ctx.response.noContent()
  }

  #view({ chatAuth, params }: HttpContext) {
    return this.chat.inbox.views.find(chatAuth.agent, params.id)
  }
}
