import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf, queryOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { pageOf, single } from '#chat/http/api_responses'
import { labelShape } from '#chat/transformers/api/team'
import { labelChangesValidator, newLabelValidator } from '#chat/validators/api/label'
import { pageValidator } from '#chat/validators/api/paging'

/** The words that the team sorts conversations by (C7). */
@inject()
export default class LabelsController {
  constructor(protected chat: ChatService) {}

  async index({ chatAuth, request }: HttpContext) {
    const asked = await queryOf(request, pageValidator)
    return pageOf(labelShape, await this.chat.labels.list(chatAuth.tenantId), asked)
  }

  async store({ chatAuth, request, response }: HttpContext) {
    const input = await bodyOf(request, newLabelValidator)
    const label = await this.chat.labels.create(chatAuth.tenantId, input, chatAuth.user.id)
    response.status(201)
    return single(labelShape, label)
  }

  async show(ctx: HttpContext) {
    return single(labelShape, await this.#label(ctx))
  }

  /** What is left out stays as it is. */
  async update(ctx: HttpContext) {
    const label = await this.#label(ctx)
    const { name, color } = await bodyOf(ctx.request, labelChangesValidator)
    const changed = { name: name ?? label.name, color: color ?? label.color }
    return single(labelShape, await this.chat.labels.update(label, changed, ctx.chatAuth.user.id))
  }

  async destroy(ctx: HttpContext) {
    await this.chat.labels.remove(await this.#label(ctx), ctx.chatAuth.user.id)
    return ctx.response.noContent()
  }

  #label({ chatAuth, params }: HttpContext) {
    return this.chat.labels.find(chatAuth.tenantId, params.id)
  }
}
