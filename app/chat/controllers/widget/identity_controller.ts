import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import { isoUtc } from '#chat/models/columns'
import { ChatLimits } from '#chat/http/chat_limits'
import { clientOf } from '#chat/http/visitor_client'
import { ChatService } from '#chat/services/chat_service'
import { endKeyOf } from '#chat/services/visitors/visitor_token'
import type { VerifiedJson } from '#chat/transformers/json/visitor_json'
import { visitorSelf } from '#chat/transformers/visitor_view'
import { requireConsent } from '#chat/validators/widget/consent'
import { identityValidator } from '#chat/validators/widget/visitor'

/** Verifies who a visitor is, by a token that their website has signed (V6). */
@inject()
export default class IdentityController {
  constructor(
    protected chat: ChatService,
    protected limits: ChatLimits
  ) {}

  /** `X-Visitor-Token` is optional; the visitor it belongs to becomes the verified visitor. */
  async store({ chatWidget, request }: HttpContext): Promise<VerifiedJson> {
    const { jwt, consent } = await identityValidator.validate(request.all())
    const token = request.header('x-visitor-token')
    const present = await this.chat.visitors.authenticate(chatWidget, token)
    requireConsent(chatWidget, present, consent)
    if (present) await this.limits.visitorRequest(present)
    else await this.limits.newVisitor(chatWidget, request.ip())

    const client = clientOf(request, this.chat.config.countryHeader)
    const verified = await this.chat.visitors.verify(chatWidget, jwt, present, client)
    const { visitor } = verified
    await this.chat.visitors.consent(visitor, chatWidget, consent)
    return {
      ...(verified.token && { visitor_token: verified.token }),
      end_key: endKeyOf(visitor),
      visitor_id: visitor.externalId,
      visitor: visitorSelf(visitor),
      verified_until: isoUtc(visitor.session!.verifiedUntil),
    }
  }
}
