import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { answer } from '#chat/http/inbox_responses'
import { ChatService } from '#chat/services/chat_service'
import { builtScript } from '#chat/support/built_script'
import { chatUrl } from '#chat/support/chat_url'
import { languageInUse } from '#chat/texts/catalogue'
import { text } from '#chat/texts/text'
import type { PushKeyJson } from '#chat/transformers/json/notification_json'
import {
  endpointValidator,
  subscriptionValidator,
} from '#chat/validators/notifications/notifications'

/** The browsers of an agent that get pushes, and the worker that shows these. */
@inject()
export default class PushBrowsersController {
  constructor(protected chat: ChatService) {}

  /** The key that a browser subscribes to. */
  async show(ctx: HttpContext) {
    const { publicKey: key } = await this.chat.notifications.pushKeys.of(ctx.chatAuth.tenantId)
    return answer<PushKeyJson>(ctx, { key })
  }

  /** Its scope is the folder of its address, where the host has no pages: the host's own worker keeps all of its own. */
  async worker({ response }: HttpContext) {
    response.header('Content-Type', 'text/javascript; charset=utf-8')
    response.header('Cache-Control', 'no-cache')
    response.header('X-Content-Type-Options', 'nosniff')
    return response.send(await builtScript('push_worker'))
  }

  async store(ctx: HttpContext) {
    const { endpoint, keys } = await subscriptionValidator.validate(ctx.request.all())
    await this.chat.notifications.browsers.add(ctx.chatAuth.agent, {
      endpoint,
      ...keys,
      locale: languageInUse(),
      userAgent: ctx.request.header('user-agent') ?? null,
    })
    return ctx.response.noContent()
  }

  /** The browser itself wants no more pushes. */
  async forget(ctx: HttpContext) {
    const { endpoint } = await endpointValidator.validate(ctx.request.all())
    await this.chat.notifications.browsers.removeEndpoint(ctx.chatAuth.agent, endpoint)
    return ctx.response.noContent()
  }

  /** A browser in the list of the agent's page. */
  async destroy({ chatAuth, params, response, session }: HttpContext) {
    await this.chat.notifications.browsers.remove(chatAuth.agent, params.browser)
    session.flash('success', text('notices.push.removed'))
    return response.redirect().toPath(chatUrl('chat.notifications.settings'))
  }
}
