import type { HttpContext } from '@adonisjs/core/http'
import { VisitorUnknown } from '#chat/exceptions/chat_errors'
import type { ChatLimits } from '#chat/http/chat_limits'
import type Visitor from '#chat/models/visitor'
import type { ChatService } from '#chat/services/chat_service'

/**
 * The visitor with the request's token, seen now, within their limits.
 *
 * @throws VisitorUnknown without a valid token of a visitor of this widget; ChatClosed when the visitor is blocked;
 * TooManyRequests
 */
export async function admittedVisitor(
  { visitors }: ChatService,
  limits: ChatLimits,
  { chatWidget, request }: HttpContext
): Promise<Visitor> {
  const visitor = await visitors.authenticate(chatWidget, request.header('x-visitor-token'))
  if (!visitor) throw new VisitorUnknown()
  visitors.blocks.assertAdmitted(visitor)
  await limits.visitorRequest(visitor)
  await visitors.seen(visitor)
  return visitor
}
