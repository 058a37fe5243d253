import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { pageOf, single } from '#chat/controllers/api/answers'
import { departmentShape } from '#chat/transformers/api/team'
import { pageValidator } from '#chat/validators/api/paging'
import { departmentValidator } from '#chat/validators/routing/agents'

/** The parts of the team. */
@inject()
export default class DepartmentsController {
  constructor(protected chat: ChatService) {}

  async index({ chatDesk, request }: HttpContext) {
    const asked = await request.validateUsing(pageValidator, { data: request.qs() })
    return pageOf(departmentShape, await this.chat.departments.list(chatDesk.tenantId), asked)
  }

  async store({ chatDesk, request, response }: HttpContext) {
    const { name } = await request.validateUsing(departmentValidator, { data: request.body() })
    const department = await this.chat.departments.create(chatDesk.tenantId, name, chatDesk.user.id)
    response.status(201)
    return single(departmentShape, department)
  }

  async show(ctx: HttpContext) {
    return single(departmentShape, await this.#department(ctx))
  }

  async update(ctx: HttpContext) {
    const department = await this.#department(ctx)
    const data = ctx.request.body()
    const { name } = await ctx.request.validateUsing(departmentValidator, { data })
    return single(
      departmentShape,
      await this.chat.departments.rename(department, name, ctx.chatDesk.user.id)
    )
  }

  async destroy(ctx: HttpContext) {
    await this.chat.departments.remove(await this.#department(ctx), ctx.chatDesk.user.id)
    return ctx.response.noContent()
  }

  #department({ chatDesk, params }: HttpContext) {
    return this.chat.departments.find(chatDesk.tenantId, params.id)
  }
}
