import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { pageOf, single } from '#chat/controllers/api/answers'
import { labelShape } from '#chat/transformers/api/team'
import { labelChangesValidator, newLabelValidator } from '#chat/validators/api/label'
import { pageValidator } from '#chat/validators/api/paging'

/** The words that the team sorts conversations by (C7). */
@inject()
export default class LabelsController {
  constructor(protected chat: ChatService) {}

  async index({ chatDesk, request }: HttpContext) {
    const asked = await request.validateUsing(pageValidator, { data: request.qs() })
    return pageOf(labelShape, await this.chat.labels.list(chatDesk.tenantId), asked)
  }

  async store({ chatDesk, request, response }: HttpContext) {
    const input = await request.validateUsing(newLabelValidator, { data: request.body() })
    const label = await this.chat.labels.create(chatDesk.tenantId, input, chatDesk.user.id)
    response.status(201)
    return single(labelShape, label)
  }

  async show(ctx: HttpContext) {
    return single(labelShape, await this.#label(ctx))
  }

  /** What is left out stays as it is. */
  async update(ctx: HttpContext) {
    const label = await this.#label(ctx)
    const data = ctx.request.body()
    const { name, color } = await ctx.request.validateUsing(labelChangesValidator, { data })
    const changed = { name: name ?? label.name, color: color ?? label.color }
    return single(labelShape, await this.chat.labels.update(label, changed, ctx.chatDesk.user.id))
  }

  async destroy(ctx: HttpContext) {
    await this.chat.labels.remove(await this.#label(ctx), ctx.chatDesk.user.id)
    return ctx.response.noContent()
  }

  #label({ chatDesk, params }: HttpContext) {
    return this.chat.labels.find(chatDesk.tenantId, params.id)
  }
}
