import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { clientOf } from '#chat/http/visitor_client'
import { ChatService } from '#chat/services/chat_service'
import { endKeyOf } from '#chat/services/visitors/visitor_token'
import { visitorApiOf } from '#chat/support/widget_address'
import type { SupportSessionJson } from '#chat/transformers/json/support_json'
import { supportSessionValidator } from '#chat/validators/support_chat/session'

/** Signs the user of a page in to the support chat, by the session that they have with the host (SO3). */
@inject()
export default class SupportSessionsController {
  constructor(protected chat: ChatService) {}

  /** A token for minutes; with the `end_key` of one that has not ended, that one is extended instead. */
  async show({ chatSupport, request }: HttpContext): Promise<SupportSessionJson> {
    const { end_key: endKey = null } = await supportSessionValidator.validate(request.qs())
    const { widget, user } = chatSupport
    const { config, supportChat } = this.chat
    const client = clientOf(request, config.countryHeader)
    const present = await supportChat.visitor(widget, user, client)
    const { visitor, token, expiresAt } = await supportChat.signIn(present, user, endKey)
    return {
      key: widget.publicKey,
      api: visitorApiOf(config, request, widget.publicKey),
      ...(token && { visitor_token: token }),
      end_key: endKeyOf(visitor),
      visitor_id: visitor.externalId,
      expires_in: Math.floor(expiresAt.diffNow('seconds').seconds),
    }
  }
}
