import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ChatService } from '#chat/services/chat_service'
import { ChatError } from '#chat/exceptions/chat_error'
import { departmentValidator } from '#chat/validators/routing/agents'
import { isScript } from '#chat/http/inbox_responses'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

/** The parts of the team, on the page of its agents. */
@inject()
export default class DepartmentsController {
  constructor(protected chat: ChatService) {}

  async store(ctx: HttpContext) {
    const { name } = await departmentValidator.validate(ctx.request.all())
    return this.#done(ctx, async () => {
      await this.chat.routing.departments.create(ctx.chatAuth.tenantId, name, ctx.chatAuth.user.id)
      return text('agents.flash.department_created', { name })
    })
  }

  async update(ctx: HttpContext) {
    const { name } = await departmentValidator.validate(ctx.request.all())
    const department = await this.#department(ctx)
    return this.#done(ctx, async () => {
      await this.chat.routing.departments.rename(department, name, ctx.chatAuth.user.id)
      return text('agents.flash.department_renamed', { name })
    })
  }

  async destroy(ctx: HttpContext) {
    const department = await this.#department(ctx)
    return this.#done(ctx, async () => {
      await this.chat.routing.departments.remove(department, ctx.chatAuth.user.id)
      return text('agents.flash.department_removed', { name: department.name })
    })
  }

  /** The page says when a name is taken. */
  async #done(ctx: HttpContext, action: () => Promise<string>) {
    try {
      ctx.session.flash('success', await action())
    } catch (error) {
      if (!(error instanceof ChatError) || isScript(ctx)) throw error
      ctx.session.flash('error', error.message)
    }
    return ctx.response.redirect().toPath(chatUrl('chat.agents.index'))
  }

  #department({ chatAuth, params }: HttpContext) {
    return this.chat.routing.departments.find(chatAuth.tenantId, params.department)
  }
}
