import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { ViewerClock } from '#chat/presenters/viewer_clock'
import { presentWork } from '#chat/presenters/work_page'
import { ChatService } from '#chat/services/chat_service'
import { text } from '#chat/texts/text'
import { chatUrl } from '#chat/support/chat_url'
import { workValidator } from '#chat/validators/settings/work_validator'

/** Settings > Background work: what runs later, how far long work has come, and what has failed. */
@inject()
export default class WorkController {
  constructor(protected chat: ChatService) {}

  async index(ctx: HttpContext) {
    const { tenantId } = ctx.chatAuth
    const page = await presentWork(this.chat.dueWork, tenantId, ViewerClock.of(ctx))
    return ctx.view.render('chat::settings/work', page)
  }

  retry(ctx: HttpContext) {
    return this.#change(ctx, 'retry', text('work.flash.retried'))
  }

  cancel(ctx: HttpContext) {
    return this.#change(ctx, 'cancel', text('work.flash.cancelled'))
  }

  async #change(ctx: HttpContext, what: 'retry' | 'cancel', notice: string) {
    const { key } = await workValidator.validate(ctx.request.all())
    const { tenantId, user } = ctx.chatAuth
    await this.chat.dueWork[what](tenantId, key, user.id)
    ctx.session.flash('success', notice)
    return ctx.response.redirect().toPath(chatUrl('chat.settings.work.index'))
  }
}
