import { ChatError, chatError } from '#chat/exceptions/chat_error'
import { text } from '#chat/texts/text'

/**
 * A request to the REST API that comes from no user. The challenge names the way to log in, and says of a token
 * that was sent that it is not good (RFC 6750).
 */
export class Unauthenticated extends ChatError {
  static status = 401
  static code = 'E_CHAT_UNAUTHENTICATED'

  constructor(hasToken: boolean) {
    const message = hasToken
      ? text('errors.unauthenticated.token')
      : text('errors.unauthenticated.none')
    super(message, { status: Unauthenticated.status, code: Unauthenticated.code })
    this.headers = { 'WWW-Authenticate': hasToken ? 'Bearer error="invalid_token"' : 'Bearer' }
  }
}

/** The user lacks the permission for this. */
export const PermissionDenied = chatError(
  'errors.permission_denied',
  'E_CHAT_PERMISSION_DENIED',
  403
)

/** The user may do this, and the access token of their program may not. */
export class TokenAbilityMissing extends ChatError {
  constructor(ability: string) {
    super(text('errors.token_ability_missing', { ability }), {
      status: 403,
      code: 'E_CHAT_TOKEN_ABILITY_MISSING',
    })
    this.details = { ability }
  }
}

/** The request's body is not JSON. */
export const BodyNotReadable = chatError(
  'errors.body_not_readable',
  'E_CHAT_BODY_NOT_READABLE',
  415
)

/** The visitor, agent or address has as many event streams open as allowed. */
export const TooManyStreams = chatError('errors.too_many_streams', 'E_CHAT_TOO_MANY_STREAMS', 429)

/** The server is about to close; another one, or itself after its restart, takes over. */
export const ShuttingDown = chatError('errors.shutting_down', 'E_CHAT_SHUTTING_DOWN', 503)
