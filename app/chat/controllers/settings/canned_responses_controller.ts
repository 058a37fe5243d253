import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type CannedResponse from '#chat/models/canned_response'
import { isScript } from '#chat/http/inbox_responses'
import { ChatService } from '#chat/services/chat_service'
import { cannedFormState, refusalOf } from '#chat/forms/canned_response_form'
import { cannedValidator } from '#chat/validators/settings/canned_validator'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'

const list = () => chatUrl('chat.settings.canned.index')

/** Settings > Canned responses: the answers that the team keeps ready (R7). */
@inject()
export default class CannedResponsesController {
  constructor(protected chat: ChatService) {}

  /** The tenant's responses by shortcut. */
  async index({ chatAuth, view }: HttpContext) {
    const responses = await this.chat.cannedResponses.list(chatAuth.tenantId)
    return view.render('chat::settings/canned/index', { responses })
  }

  async create({ view }: HttpContext) {
    return view.render('chat::settings/canned/form', cannedFormState(null))
  }

  /** Makes a response; a form that is refused comes back as it was sent, with the reasons. */
  async store(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatAuth
    return this.#save(ctx, null, (input) =>
      this.chat.cannedResponses.create(tenantId, input, user.id)
    )
  }

  async edit({ chatAuth, params, view }: HttpContext) {
    const response = await this.chat.cannedResponses.find(chatAuth.tenantId, params.id)
    return view.render('chat::settings/canned/form', cannedFormState(response))
  }

  async update(ctx: HttpContext) {
    const { tenantId, user } = ctx.chatAuth
    const response = await this.chat.cannedResponses.find(tenantId, ctx.params.id)
    return this.#save(ctx, response, (input) =>
      this.chat.cannedResponses.update(response, input, user.id)
    )
  }

  async destroy({ chatAuth, params, response, session }: HttpContext) {
    const canned = await this.chat.cannedResponses.find(chatAuth.tenantId, params.id)
    await this.chat.cannedResponses.remove(canned, chatAuth.user.id)
    session.flash('success', text('canned.flash.deleted', { shortcut: canned.shortcut }))
    return response.redirect().toPath(list())
  }

  async #save(
    ctx: HttpContext,
    response: CannedResponse | null,
    save: (input: { shortcut: string; title: string; content: string }) => Promise<CannedResponse>
  ) {
    try {
      const saved = await save(await cannedValidator.validate(ctx.request.all()))
      ctx.session.flash('success', text('canned.flash.saved', { shortcut: saved.shortcut }))
      return ctx.response.redirect().toPath(list())
    } catch (error) {
      const errors = refusalOf(error)
      if (!errors || isScript(ctx)) throw error
      ctx.response.status(422)
      const state = cannedFormState(response, { input: ctx.request.all(), errors })
      return ctx.view.render('chat::settings/canned/form', state)
    }
  }
}
