import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { PushEndpointRefused } from '#chat/exceptions/chat_errors'
import { ChatService } from '#chat/services/chat_service'
import { builtScript } from '#chat/support/built_script'
import { text } from '#chat/texts/text'
import type { PushOfferJson } from '#chat/transformers/json/notification_json'
import {
  endpointValidator,
  subscriptionValidator,
} from '#chat/validators/notifications/notifications'

/** Pushes to a visitor's browser when the team replies; the website hosts the worker that shows them. */
@inject()
export default class PushController {
  constructor(protected chat: ChatService) {}

  /** The key that a browser subscribes to, and what its visitor is asked. */
  async show({ chatWidget, chatVisitor }: HttpContext): Promise<PushOfferJson> {
    const { pushKeys, visitorBrowsers } = this.chat.notifications
    if (!visitorBrowsers.isOffered(chatWidget, chatVisitor)) throw new PushEndpointRefused()
    const { publicKey: key } = await pushKeys.of(chatWidget.tenantId)
    return {
      key,
      ask: text('launcher.push.ask'),
      accept: text('launcher.push.accept'),
      decline: text('launcher.consent.decline'),
      on: text('launcher.push.on'),
      turn_off: text('launcher.push.turn_off'),
      failed: text('launcher.push.failed'),
    }
  }

  async store({ chatWidget, chatVisitor, request, response }: HttpContext) {
    const { endpoint, keys } = await subscriptionValidator.validate(request.all())
    const { visitorBrowsers } = this.chat.notifications
    await visitorBrowsers.add(chatWidget, chatVisitor, { endpoint, ...keys })
    return response.noContent()
  }

  /** The visitor wants no more pushes in this browser. */
  async forget({ chatVisitor, request, response }: HttpContext) {
    const { endpoint } = await endpointValidator.validate(request.all())
    await this.chat.notifications.visitorBrowsers.remove(chatVisitor, endpoint)
    return response.noContent()
  }

  /** What the website's own worker imports. */
  async worker({ response }: HttpContext) {
    response.header('Content-Type', 'text/javascript; charset=utf-8')
    response.header('Cache-Control', 'public, max-age=3600')
    response.header('Cross-Origin-Resource-Policy', 'cross-origin')
    response.header('X-Content-Type-Options', 'nosniff')
    return response.send(await builtScript('reply_push_worker'))
  }
}
