import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type CannedResponse from '#chat/models/canned_response'
import { ChatService } from '#chat/services/chat_service'
import { cannedFormState, refusalOf } from '#chat/controllers/settings/canned_form_state'
import { cannedValidator } from '#chat/validators/settings/canned_validator'

const LIST = '/settings/canned-responses'

/** Settings > Canned responses: the answers that the team keeps ready (R7). */
@inject()
export default class CannedResponsesController {
  constructor(protected chat: ChatService) {}

  /** The tenant's responses by shortcut. */
  async index({ chatDesk, view }: HttpContext) {
    const responses = await this.chat.cannedResponses.list(chatDesk.tenantId)
    return view.render('chat::settings/canned/index', { responses })
  }

  async create({ view }: HttpContext) {
    return view.render('chat::settings/canned/form', cannedFormState(null))
  }

  /** Makes a response; a form that is refused comes back as it was sent, with the reasons. */
  async store(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatDesk
    return this.#save(ctx, null, (input) =>
      this.chat.cannedResponses.create(tenantId, input, user.id)
    )
  }

  async edit({ chatDesk, params, view }: HttpContext) {
    const response = await this.chat.cannedResponses.find(chatDesk.tenantId, params.id)
    return view.render('chat::settings/canned/form', cannedFormState(response))
  }

  async update(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatDesk
    const response = await this.chat.cannedResponses.find(tenantId, ctx.params.id)
    return this.#save(ctx, response, (input) =>
      this.chat.cannedResponses.update(response, input, user.id)
    )
  }

  async destroy({ chatDesk, params, response, session }: HttpContext) {
    const canned = await this.chat.cannedResponses.find(chatDesk.tenantId, params.id)
    await this.chat.cannedResponses.remove(canned, chatDesk.user.id)
    session.flash('success', `/${canned.shortcut} has been deleted.`)
    return response.redirect().toPath(LIST)
  }

  async #save(
    ctx: HttpContext,
    response: CannedResponse | null,
    save: (input: { shortcut: string; title: string; content: string }) => Promise<CannedResponse>
  ) {
    try {
      const saved = await save(await ctx.request.validateUsing(cannedValidator))
      ctx.session.flash('success', `/${saved.shortcut} has been saved.`)
      return ctx.response.redirect().toPath(LIST)
    } catch (error) {
      const errors = refusalOf(error)
      if (!errors || ctx.request.accepts(['html', 'json']) === 'json') throw error
      ctx.response.status(422)
      const state = cannedFormState(response, { input: ctx.request.all(), errors })
      return ctx.view.render('chat::settings/canned/form', state)
    }
  }
}
