import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { page, single } from '#chat/http/api_responses'
import { bodyOf, queryOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { toQuery } from '#chat/services/inbox/search/search_terms'
import { pageViewShape } from '#chat/transformers/api/page_view'
import { blockShape } from '#chat/transformers/api/block'
import { visitorShape } from '#chat/transformers/api/visitor'
import { erasureShape, visitorRecordShape } from '#chat/transformers/api/visitor_record'
import { PAGE, pageValidator } from '#chat/validators/api/paging'
import { apiBlockValidator } from '#chat/validators/api/block'
import { visitorsValidator } from '#chat/validators/api/visitor'

/** Who has been on the websites, and which pages they saw. */
@inject()
export default class VisitorsController {
  constructor(protected chat: ChatService) {}

  /** Those in sight, who came last first. */
  async index({ chatAuth, request }: HttpContext) {
    const asked = await queryOf(request, visitorsValidator)
    const { tenantId, sight } = chatAuth
    const { visitors, widgets } = this.chat
    const widget = asked.widget ? await widgets.find(tenantId, asked.widget) : null
    const filters = { widgetId: widget?.id, q: toQuery(asked.q), sight }
    const { cursor, limit = PAGE } = asked
    const { rows, nextCursor } = await visitors.page(tenantId, filters, { cursor, limit })
    return page(visitorShape, rows, { next_cursor: nextCursor })
  }

  async show(ctx: HttpContext) {
    return single(visitorShape, await this.#visitor(ctx))
  }

  /** The newest pages first. */
  async pageViews(ctx: HttpContext) {
    const { cursor, limit = PAGE } = await queryOf(ctx.request, pageValidator)
    const visitor = await this.#visitor(ctx)
    const { rows, nextCursor } = await this.chat.visitors.pageViews(visitor, { cursor, limit })
    return page(pageViewShape, rows, { next_cursor: nextCursor })
  }

  /** All that the chat keeps about them. */
  async record(ctx: HttpContext) {
    const visitor = await this.#visitor(ctx)
    const record = await this.chat.visitors.record(visitor, ctx.chatAuth.agent)
    return single(visitorRecordShape, record)
  }

  /** Closes the chat for them, and for their address for a time. */
  async block(ctx: HttpContext) {
    const { address_hours: hours } = await bodyOf(ctx.request, apiBlockValidator)
    const visitor = await this.#visitor(ctx)
    const { blocks } = this.chat.visitors
    return single(visitorShape, await blocks.block(visitor, ctx.chatAuth.agent, hours))
  }

  async unblock(ctx: HttpContext) {
    const { blocks } = this.chat.visitors
    const visitor = await blocks.unblock(await this.#visitor(ctx), ctx.chatAuth.agent)
    return single(visitorShape, visitor)
  }

  /** Those in sight, the last one first. */
  async blocked({ chatAuth, request }: HttpContext) {
    const { cursor, limit = PAGE } = await queryOf(request, pageValidator)
    const { blocks } = this.chat.visitors
    const { tenantId, sight } = chatAuth
    const { rows, nextCursor } = await blocks.page(tenantId, { cursor, limit }, sight)
    return page(blockShape, rows, { next_cursor: nextCursor })
  }

  /** Erases them; the rest is deleted within seconds. */
  async destroy(ctx: HttpContext) {
    const visitor = await this.#visitor(ctx)
    ctx.response.status(202)
    return single(erasureShape, await this.chat.erasure.begin(visitor, ctx.chatAuth.agent))
  }

  #visitor({ chatAuth, params }: HttpContext) {
    return this.chat.visitors.find(chatAuth.tenantId, params.id, chatAuth.sight)
  }
}
