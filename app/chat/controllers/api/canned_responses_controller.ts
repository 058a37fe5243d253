import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { pageOf, single } from '#chat/controllers/api/answers'
import { cannedResponseShape } from '#chat/transformers/api/team'
import { pageValidator } from '#chat/validators/api/paging'
import { cannedValidator } from '#chat/validators/settings/canned_validator'

/** The answers that the team keeps ready. */
@inject()
export default class CannedResponsesController {
  constructor(protected chat: ChatService) {}

  async index({ chatDesk, request }: HttpContext) {
    const asked = await request.validateUsing(pageValidator, { data: request.qs() })
    const responses = await this.chat.cannedResponses.list(chatDesk.tenantId)
    return pageOf(cannedResponseShape, responses, asked)
  }

  async store({ chatDesk, request, response }: HttpContext) {
    const { tenantId, user } = chatDesk
    const input = await request.validateUsing(cannedValidator, { data: request.body() })
    const canned = await this.chat.cannedResponses.create(tenantId, input, user.id)
    response.status(201)
    return single(cannedResponseShape, canned)
  }

  async show(ctx: HttpContext) {
    return single(cannedResponseShape, await this.#response(ctx))
  }

  async update(ctx: HttpContext) {
    const canned = await this.#response(ctx)
    const data = ctx.request.body()
    const input = await ctx.request.validateUsing(cannedValidator, { data })
    const { user } = ctx.chatDesk
    return single(
      cannedResponseShape,
      await this.chat.cannedResponses.update(canned, input, user.id)
    )
  }

  async destroy(ctx: HttpContext) {
    await this.chat.cannedResponses.remove(await this.#response(ctx), ctx.chatDesk.user.id)
    return ctx.response.noContent()
  }

  #response({ chatDesk, params }: HttpContext) {
    return this.chat.cannedResponses.find(chatDesk.tenantId, params.id)
  }
}
