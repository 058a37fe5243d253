import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { bodyOf, queryOf } from '#chat/http/api_input'
import { ChatService } from '#chat/services/chat_service'
import { pageOf, single } from '#chat/http/api_responses'
import { departmentShape } from '#chat/transformers/api/team'
import { pageValidator } from '#chat/validators/api/paging'
import { departmentValidator } from '#chat/validators/routing/agents'

/** The parts of the team. */
@inject()
export default class DepartmentsController {
  constructor(protected chat: ChatService) {}

  async index({ chatAuth, request }: HttpContext) {
    const asked = await queryOf(request, pageValidator)
    return pageOf(
      departmentShape,
      await this.chat.routing.departments.list(chatAuth.tenantId),
      asked
    )
  }

  async store({ chatAuth, request, response }: HttpContext) {
    const { name } = await bodyOf(request, departmentValidator)
    const department = await this.chat.routing.departments.create(
      chatAuth.tenantId,
      name,
      chatAuth.user.id
    )
    response.status(201)
    return single(departmentShape, department)
  }

  async show(ctx: HttpContext) {
    return single(departmentShape, await this.#department(ctx))
  }

  async update(ctx: HttpContext) {
    const department = await this.#department(ctx)
    const { name } = await bodyOf(ctx.request, departmentValidator)
    return single(
      departmentShape,
      await this.chat.routing.departments.rename(department, name, ctx.chatAuth.user.id)
    )
  }

  async destroy(ctx: HttpContext) {
    await this.chat.routing.departments.remove(await this.#department(ctx), ctx.chatAuth.user.id)
    return ctx.response.noContent()
  }

  #department({ chatAuth, params }: HttpContext) {
    return this.chat.routing.departments.find(chatAuth.tenantId, params.id)
  }
}
