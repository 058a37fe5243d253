import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { ChatError } from '#chat/exceptions/chat_error'
import { departmentValidator } from '#chat/validators/routing/agents'
import { isScript } from '#chat/controllers/inbox/answers'

/** The parts of the team, on the page of its agents. */
@inject()
export default class DepartmentsController {
  constructor(protected chat: ChatService) {}

  async store(ctx: HttpContext) {
    const { name } = await ctx.request.validateUsing(departmentValidator)
    return this.#done(ctx, async () => {
      await this.chat.departments.create(ctx.chatDesk.tenantId, name, ctx.chatDesk.user.id)
      return `${name} is a department now.`
    })
  }

  async update(ctx: HttpContext) {
    const { name } = await ctx.request.validateUsing(departmentValidator)
    const department = await this.#department(ctx)
    return this.#done(ctx, async () => {
      await this.chat.departments.rename(department, name, ctx.chatDesk.user.id)
      return `The department is called ${name} now.`
    })
  }

  async destroy(ctx: HttpContext) {
    const department = await this.#department(ctx)
    return this.#done(ctx, async () => {
      await this.chat.departments.remove(department, ctx.chatDesk.user.id)
      return `${department.name} has been removed.`
    })
  }

  /** A name that is taken is told on the page. */
  async #done(ctx: HttpContext, action: () => Promise<string>) {
    try {
      ctx.session.flash('success', await action())
    } catch (error) {
      if (!(error instanceof ChatError) || isScript(ctx)) throw error
      ctx.session.flash('error', error.message)
    }
    return ctx.response.redirect().toPath('/chat/agents')
  }

  #department({ chatDesk, params }: HttpContext) {
    return this.chat.departments.find(chatDesk.tenantId, params.department)
  }
}
