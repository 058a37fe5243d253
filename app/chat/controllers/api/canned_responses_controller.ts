import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf, queryOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { pageOf, single } from '#chat/http/api_responses'
import { cannedResponseShape } from '#chat/transformers/api/team'
import { pageValidator } from '#chat/validators/api/paging'
import { cannedValidator } from '#chat/validators/settings/canned_validator'

/** The answers that the team keeps ready. */
@inject()
export default class CannedResponsesController {
  constructor(protected chat: ChatService) {}

  async index({ chatAuth, request }: HttpContext) {
    const asked = await queryOf(request, pageValidator)
    const responses = await this.chat.cannedResponses.list(chatAuth.tenantId)
    return pageOf(cannedResponseShape, responses, asked)
  }

  async store({ chatAuth, request, response }: HttpContext) {
    const { tenantId, user } = chatAuth
    const input = await bodyOf(request, cannedValidator)
    const canned = await this.chat.cannedResponses.create(tenantId, input, user.id)
    response.status(201)
    return single(cannedResponseShape, canned)
  }

  async show(ctx: HttpContext) {
    return single(cannedResponseShape, await this.#response(ctx))
  }

  async update(ctx: HttpContext) {
    const canned = await this.#response(ctx)
    const input = await bodyOf(ctx.request, cannedValidator)
    const { user } = ctx.chatAuth
    return single(
      cannedResponseShape,
      await this.chat.cannedResponses.update(canned, input, user.id)
    )
  }

  async destroy(ctx: HttpContext) {
    await this.chat.cannedResponses.remove(await this.#response(ctx), ctx.chatAuth.user.id)
    return ctx.response.noContent()
  }

  #response({ chatAuth, params }: HttpContext) {
    return this.chat.cannedResponses.find(chatAuth.tenantId, params.id)
  }
}
